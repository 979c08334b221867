import type { CaseCourse } from '../../../mediation/case-course.ts';
import type { About } from '../../about.ts';
import { colleaguesOf } from '../../case-reading.ts';
import { countedCompanions } from '../../companions.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';

type Row = { key: string; value: string };

/** What has turned the course of a case: how it ended, a suspension, who stands in, to whom it is offered, who goes with whom. */
export async function turnRows(about: About, { names }: CaseCourse): Promise<Row[]> {
  const words = fr.turns.overview;
  const { outcome, outcomeReason, suspendedAt, standIn, handOver } = about.facts;
  const companions = await countedCompanions(about);
  const inOffice = standIn || handOver ? await colleaguesOf(about) : [];
  const nameOf = (person: string) => names.get(person) ?? inOffice.find((one) => one.person === person)?.name ?? fr.office.docket.somebody;
  const on = (moment: string) => dateInWords(new Date(moment), zone);
  const waiting = companions.filter(({ committedOn }) => committedOn === null).length;

  return [
    ...row(words.outcome, outcome === null ? undefined : fr.timeline.ends[outcome]),
    ...row(words.reason, outcomeReason === null ? undefined : fr.turns.reasons[outcomeReason]),
    ...row(words.suspension, suspendedAt === null ? undefined : words.suspendedSince(on(suspendedAt))),
    ...row(words.standIn, standIn ? words.standInUntil(nameOf(standIn.person), on(standIn.since), on(standIn.until)) : undefined),
    ...row(words.handOver, handOver ? words.handOverTo(nameOf(handOver.to), on(handOver.expiresAt)) : undefined),
    ...row(words.companions, companions.length > 0 ? words.companionsCount(String(companions.length), companions.length > 1, String(waiting)) : undefined),
  ];
}

function row(key: string, value: string | undefined): Row[] {
  return value === undefined ? [] : [{ key, value }];
}
