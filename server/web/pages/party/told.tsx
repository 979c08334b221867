import type { CasePeople } from '../../../mediation/case-people.ts';
import { caseHref, isOneOf, type About } from '../../about.ts';
import { Inset } from '../../components/messages.tsx';
import { BulletList, Link, Paragraph, Section } from '../../components/text.tsx';
import { zone } from '../../site.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords } from '../../words/moments.ts';
import { partyPlaces } from './tabs.ts';

const words = fr.turns.party;

/** What the facts of a case tell a party in place of a letter: a redirection, a withdrawal, a suspension, a stand-in, a joining. */
export function Told({ about, people }: { about: About; people: CasePeople }): JSX.Element {
  const { told, standIn, joinings } = about.facts;
  const on = (moment: string) => dateInWords(new Date(moment), zone);
  const joinedTo = joinings.find(({ joined }) => joined === about.caseId);
  const replacing = people.officials.find((one) => one.as === 'stand-in')?.name ?? fr.timeline.someone;
  const lines = [
    ...told.filter(({ kind }) => kind !== 'redirect').map(({ at, text }) => words.toldOn(on(at), text)),
    ...(standIn ? [words.standIn(replacing, on(standIn.since), on(standIn.until))] : []),
  ];
  const letters = told.filter(({ kind }) => kind === 'redirect');
  if (lines.length + letters.length === 0 && !joinedTo) return <></>;

  return (
    <Section id="informations" heading={words.told}>
      {lines.length > 0 ? <BulletList items={lines} /> : null}
      {letters.map(({ text }) => <Inset text={text} />)}
      {joinedTo ? (
        <Paragraph text={words.joined}>
          <Link href={caseHref(joinedTo.kept)} text={words.toKept} />
        </Paragraph>
      ) : null}
    </Section>
  );
}

/** For a party who has left: what is still theirs. */
export function WhoLeft({ about }: { about: About }): JSX.Element {
  if (!isOneOf(about, 'former-party')) return <></>;

  return (
    <>
      <Inset text={words.former} />
      <Paragraph text="">
        <Link href={caseHref(about.caseId, partyPlaces.request)} text={words.toRequest} />
      </Paragraph>
      <Paragraph text="">
        <Link href={caseHref(about.caseId, partyPlaces.exchanges)} text={words.toExchanges} />
      </Paragraph>
    </>
  );
}
