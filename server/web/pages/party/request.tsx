import type { Purpose } from '../../../../policies/vocabulary.ts';
import { reveal, type Revealed } from '../../../mediation/reveal.ts';
import { listEstablishments } from '../../../people/directory.ts';
import { canDo, caseHref, isOneOf, type About } from '../../about.ts';
import { completePage } from '../../deeds/complete.ts';
import { readParties } from '../../deeds/own-party.ts';
import { LinkButton } from '../../components/button.tsx';
import { Document } from '../../components/document.tsx';
import { Message } from '../../components/message.tsx';
import type { Visit } from '../../components/page.tsx';
import { SummaryList } from '../../components/summary-list.tsx';
import { Hint, Paragraph, Section } from '../../components/text.tsx';
import { zone } from '../../site.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords, hourInWords } from '../../words/moments.ts';
import { CaseFrame } from '../case/frame.tsx';
import { accountRows, attestationRows, entryRows } from './own-words.ts';
import { partyPlaces, partyTabs } from './tabs.ts';

const words = fr.ownRequest;

/** What a party has told, as the service received it: who they are, their account, what they added; and the object. */
export async function partyRequest(about: About, visit: Visit): Promise<string> {
  const { core, session, caseId, facts } = about;
  const own = readParties(about).flatMap((subject) => [{ kind: 'identity' as const, subject }, { kind: 'account' as const, subject }]);
  const [texts, establishments] = await Promise.all([reveal(core, session, caseId, [...own, { kind: 'object' }]), listEstablishments(core)]);
  const named = new Map(establishments.map(({ id, name }) => [id, name]));
  const of = (compartment: Revealed['compartment'], kind: string) => texts.filter((one) => one.compartment === compartment && one.kind === kind);
  const object = of('object', 'object').at(-1);
  const additions = texts.filter(({ compartment, kind, author }) => compartment === 'account' && ['message', 'draft'].includes(kind) && author === session.person);

  return (
    <CaseFrame visit={visit} about={about} tabs={partyTabs(about)} current={partyPlaces.request}>
      <Paragraph text={words.intro} />
      {isOneOf(about, 'requester') ? <Hint text={words.named} /> : null}
      <SummaryList rows={[{ key: words.purpose, value: fr.choices.purposes[facts.purpose as Purpose].label }]} />
      <Section id="identite" heading={words.identity}>
        <Hint text={words.identityReaders} />
        {of('identity', 'entry').slice(-1).map(({ text }) => <SummaryList rows={entryRows(text, named)} />)}
      </Section>
      <Section id="recit" heading={words.account}>
        {of('account', 'account').map(({ text }) => <SummaryList rows={accountRows(text)} />)}
        {of('account', 'account').length === 0 ? <Paragraph text={words.accountNone} /> : null}
      </Section>
      <Attestations texts={of('account', 'attestation')} />
      <Additions texts={additions} />
      {canDo(about, 'write') ? <LinkButton href={caseHref(caseId, completePage.slug)} text={words.add} /> : null}
      {object ? (
        <Section id="objet" heading={words.object}>
          <Hint text={words.objectReaders} />
          <Document text={object.text} />
        </Section>
      ) : null}
      <Paragraph text={words.print} />
    </CaseFrame>
  );
}

function Attestations({ texts }: { texts: readonly Revealed[] }): JSX.Element {
  if (texts.length === 0) return <></>;

  return (
    <Section id="attestation" heading={words.attestation}>
      {texts.map(({ text }) => <SummaryList rows={attestationRows(text)} />)}
    </Section>
  );
}

function Additions({ texts }: { texts: readonly Revealed[] }): JSX.Element {
  if (texts.length === 0) return <></>;

  return (
    <Section id="complements" heading={words.additions}>
      {texts.map(({ createdAt, text }, rank) => (
        <Message id={`complement-${rank + 1}`} author={words.you} on={fr.exchanges.on(dateInWords(createdAt, zone), hourInWords(createdAt, zone))} at={createdAt.toISOString()} text={text} />
      ))}
    </Section>
  );
}
