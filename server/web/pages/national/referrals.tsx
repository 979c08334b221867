import type { TerritoryCounts } from '../../../mediation/coordination.ts';
import { stages } from '../../../mediation/coordination.ts';
import type { listCallUps } from '../../../mediation/list-call-ups.ts';
import type { PendingReferral } from '../../../mediation/list-pending-referrals.ts';
import { caseHref } from '../../about.ts';
import { MainAction } from '../../components/main-action.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { type Cell, Scroll, Table } from '../../components/table.tsx';
import { Heading, Link, Paragraph, Section } from '../../components/text.tsx';
import { dayInWords, distanceInWords } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';
import { countInWords, dateInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { Travels } from './travels.tsx';

type CallUps = Awaited<ReturnType<typeof listCallUps>>;

/** Absent for whoever does not preside at that tier. */
export type ReferralsProps = {
  visit: Visit;
  today: string;
  national?: { pending: readonly PendingReferral[]; made: CallUps; territories: readonly TerritoryCounts[] } | undefined;
  regional?: { received: CallUps } | undefined;
};

const words = fr.national;

/** « Saisines nationales »: what comes up, what is asked for, and how the territories go. */
export function ReferralsPage({ visit, today, national, regional }: ReferralsProps): JSX.Element {
  return (
    <Page title={words.title} visit={visit} current="referrals" width="full">
      <Heading level={1} text={words.title} />
      <Paragraph text={words.intro} />
      {national ? <Pending pending={national.pending} today={today} /> : null}
      {national ? <Made callUps={national.made} /> : null}
      {regional ? <Received callUps={regional.received} /> : null}
      <Travels />
      {national ? <Coordination territories={national.territories} /> : null}
    </Page>
  );
}

function Pending({ pending, today }: { pending: readonly PendingReferral[]; today: string }): JSX.Element {
  return (
    <Section id="a-etudier" heading={words.pending.heading}>
      {pending.length === 0 ? <Paragraph text={words.pending.none} /> : <Paragraph text={words.travels.before} />}
      {pending.map((one) => (
        <OnePending one={one} today={today} />
      ))}
    </Section>
  );
}

function OnePending({ one: { case: id, reference, territory, by, ground, madeAt, answerBy }, today }: { one: PendingReferral; today: string }): JSX.Element {
  const { of, from, unknown, ground: groundLabel, on, answerBy: answerLabel, accept, giveBack, open } = words.pending;
  const place = territory ?? unknown;

  return (
    <>
      <Heading level={3} text={of(reference)} />
      <SummaryList
        rows={[
          { key: from, value: by === null ? words.pending.byTerritory(place) : words.pending.by(by, place) },
          { key: groundLabel, value: fr.office.grounds[ground] },
          { key: on, value: dateInWords(new Date(madeAt), zone) },
          { key: answerLabel, value: answerBy === null ? unknown : `${dayInWords(answerBy)}, ${distanceInWords(answerBy, today)}` },
        ]}
      />
      <Lines
        links={[
          { href: caseHref(id, 'acceptation-de-la-saisine'), text: accept(reference) },
          { href: caseHref(id, 'renvoi-de-la-saisine'), text: giveBack(reference) },
          { href: caseHref(id), text: open(reference) },
        ]}
      />
    </>
  );
}

function Made({ callUps }: { callUps: CallUps }): JSX.Element {
  const { made, ask, madeCaption, what, territory, reason, askedOn, answer, none } = words.callUps;
  const rows = callUps.map((one): Cell[] => [situationOf(one), one.territory ?? words.pending.unknown, reasonOf(one), dateInWords(new Date(one.askedAt), zone), answerOf(one)]);

  return (
    <Section id="demandes" heading={made}>
      <MainAction href="/saisines/demande" text={ask} />
      {rows.length === 0 ? <Paragraph text={none} /> : <Wide caption={madeCaption} columns={[what, territory, reason, askedOn, answer]} rows={rows} />}
    </Section>
  );
}

/** For a regional mediator: what was asked, and the two ways to answer. */
function Received({ callUps }: { callUps: CallUps }): JSX.Element {
  const { received, receivedIntro, receivedCaption, what, reason, askedOn, answer, none, decline, refer } = words.callUps;
  const rows = callUps.map((one): Cell[] => [situationOf(one), reasonOf(one), dateInWords(new Date(one.askedAt), zone), answerOf(one)]);
  const waiting = callUps.filter((one) => one.answer === null);

  return (
    <Section id="recues" heading={received}>
      <Paragraph text={receivedIntro} />
      {rows.length === 0 ? <Paragraph text={none} /> : <Wide caption={receivedCaption} columns={[what, reason, askedOn, answer]} rows={rows} />}
      <Lines
        links={waiting.flatMap((one) => [
          ...(one.case !== null && one.reference !== null ? [{ href: caseHref(one.case, 'saisine-nationale'), text: refer(one.reference) }] : []),
          { href: `/saisines/demandes/${one.callUp}`, text: decline(situationOf(one)) },
        ])}
      />
    </Section>
  );
}

function Coordination({ territories }: { territories: readonly TerritoryCounts[] }): JSX.Element {
  const { heading, intro, caption, territory, stages: names, few } = words.coordination;
  const rows = territories.map(({ name, counts }): Cell[] => [name, ...stages.map((stage) => (counts[stage] === null ? few : countInWords(counts[stage])))]);

  return (
    <Section id="coordination" heading={heading}>
      <Paragraph text={intro} />
      <Wide caption={caption} columns={[territory, ...stages.map((stage) => names[stage])]} rows={rows} />
    </Section>
  );
}

function Wide({ caption, columns, rows }: { caption: string; columns: string[]; rows: Cell[][] }): JSX.Element {
  return (
    <Scroll>
      <Table caption={caption} columns={columns} rows={rows} />
    </Scroll>
  );
}

function Lines({ links }: { links: readonly { href: string; text: string }[] }): JSX.Element {
  return (
    <>
      {links.map((link) => (
        <Paragraph text="">
          <Link {...link} />
        </Paragraph>
      ))}
    </>
  );
}

export function situationOf({ reference, purpose }: CallUps[number]): string {
  if (reference !== null) return words.callUps.byReference(reference);

  return words.callUps.byPurpose(purpose === null ? words.pending.unknown : fr.choices.purposes[purpose as keyof typeof fr.choices.purposes].label);
}

function reasonOf({ reason }: CallUps[number]): string {
  return words.callUpReasons[reason as keyof typeof words.callUpReasons];
}

function answerOf({ answer, answerReason, answeredAt, dueOn }: CallUps[number]): string {
  const on = answeredAt === null ? '' : dateInWords(new Date(answeredAt), zone);
  if (answer === 'referred') return words.callUps.referred(on);
  if (answer === 'declined') return words.callUps.declined(words.declineReasons[answerReason as keyof typeof words.declineReasons], on);

  return words.callUps.waiting(dayInWords(dueOn));
}
