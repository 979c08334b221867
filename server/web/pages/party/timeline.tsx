import { toldOf } from '../../../../policies/course.ts';
import type { CasePeople } from '../../../mediation/case-people.ts';
import type { TimelineEvent } from '../../../mediation/timeline.ts';
import { Timeline } from '../../components/timeline.tsx';
import { zone } from '../../site.ts';
import { noonOf } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';

const words = fr.timeline;

/** The course of a case in sentences, each with its day and with who else sees it. */
export function PartyTimeline({ events, people }: { events: readonly TimelineEvent[]; people: CasePeople }): JSX.Element {
  return <Timeline lines={events.map((one) => ({ at: one.at, on: dayOf(one.at), text: sentenceOf(one, people), audience: audienceOf(one, people) }))} />;
}

/** A meeting is known by its day; everything else by its instant. */
function dayOf(at: string): string {
  return at.length === 10 ? dateInWords(noonOf(at), 'UTC') : dateInWords(new Date(at), zone);
}

function sentenceOf({ event, person, code }: TimelineEvent, { officials }: CasePeople): string {
  if (event === 'ended') return words.ends[code ?? ''] ?? words.events.ended();
  if (event === 'referral-answered') return words.referralAnswers[code ?? ''] ?? words.events['referral-answered']();

  return words.events[event](officials.find((one) => one.person === person)?.name ?? words.someone);
}

/** In the words of `policies/course`: whose it is, and whether the office that runs the case sees it too. Until they meet, nobody learns whether the others have joined: the words hold either way. */
function audienceOf({ event }: TimelineEvent, { parties }: CasePeople): string {
  const { by, own } = toldOf[event];
  const withOffice = by.includes('secretary');
  if (own && !by.includes('delegate')) return words.audience.inCharge;
  if (own) return withOffice ? words.audience.ownAndOffice : words.audience.own;

  if (!withOffice) return words.audience.mediators;

  return parties.every(({ isOwn, persons }) => isOwn || persons.length === 0) ? words.audience.everybodyHere : words.audience.everybody;
}
