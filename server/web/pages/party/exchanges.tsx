import type { CasePeople } from '../../../mediation/case-people.ts';
import type { Revealed } from '../../../mediation/reveal.ts';
import { canDo, caseHref, type About } from '../../about.ts';
import { longText } from '../../asks.tsx';
import { Button } from '../../components/button.tsx';
import type { FieldError, Values } from '../../components/field.tsx';
import { Form } from '../../components/form.tsx';
import { Message } from '../../components/message.tsx';
import { Inset } from '../../components/messages.tsx';
import type { Visit } from '../../components/page.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { Heading, Paragraph, Section } from '../../components/text.tsx';
import { askParty } from '../../deeds/own-party.ts';
import { messageLimit } from '../../forms/choices.ts';
import { zone } from '../../site.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords, hourInWords } from '../../words/moments.ts';
import { namesInWords } from '../../words/names.ts';
import { CaseFrame } from '../case/frame.tsx';
import { partyPlaces, partyTabs } from './tabs.ts';

/** With the mediators alone, or with everybody. */
export type Exchange = 'private' | 'shared';

type ExchangesProps = { visit: Visit; about: About; exchange: Exchange; texts: readonly Revealed[]; people: CasePeople; values: Values; errors: readonly FieldError[] };

const words = fr.exchanges;

/** One exchange: what was said, then where to write, with its readers on the button itself. */
export function PartyExchanges({ visit, about, exchange, texts, people, values, errors }: ExchangesProps): JSX.Element {
  const shown = [...texts].sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());

  return (
    <CaseFrame visit={visit} about={about} tabs={tabsOf(about, exchange)} current={placeOf(exchange)} errors={errors} title={nameOf(about, exchange)}>
      <ExchangeTabs about={about} exchange={exchange} />
      <Heading level={2} text={nameOf(about, exchange)} />
      <Paragraph text={exchange === 'private' ? words.privateIntro : words.sharedIntro} />
      <Section id="messages" heading={words.messages}>
        {shown.length === 0 ? <Paragraph text={words.empty} /> : null}
        {shown.map((text, rank) => (
          <Message id={`message-${rank + 1}`} author={authorOf(text, about, people)} on={momentOf(text.createdAt)} at={text.createdAt.toISOString()} text={text.text} />
        ))}
      </Section>
      <Composer visit={visit} about={about} exchange={exchange} people={people} values={values} errors={errors} />
    </CaseFrame>
  );
}

/** What is asked of whoever writes. */
export function messageAsks(about: About, exchange: Exchange) {
  return { ...(exchange === 'private' ? askParty(about) : {}), text: longText({ label: words.message, hint: words.readBefore, limit: messageLimit, rows: 8 }) };
}

function Composer({ visit, about, exchange, people, values, errors }: Omit<ExchangesProps, 'texts'>): JSX.Element {
  const readers = readersOf(about, people);
  const asks = Object.entries(messageAsks(about, exchange));
  if (!canDo(about, 'write')) return <Inset text={words.closed} />;
  if (readers.length === 0) return <Inset text={words.nobody} />;
  const names = namesInWords(readers);

  return (
    <Section id="ecrire" heading={words.write}>
      <Form action={caseHref(about.caseId, placeOf(exchange))} token={visit.formToken}>
        {asks.map(([name, ask]) => ask.draw(name, values, errors) as 'safe')}
        <Button text={exchange === 'private' ? words.sendTo(names) : words.sendToAll(names)} />
      </Form>
    </Section>
  );
}

/** Who reads a caucus now: whoever is in charge or stands in for them until a designation, then the delegates alone (design 4). */
function readersOf({ facts }: About, { officials }: CasePeople): string[] {
  const wasDesignated = officials.some((one) => one.as === 'delegate' || one.as === 'former-delegate');
  const readers = officials.filter((one) => (wasDesignated ? one.as === 'delegate' : one.as === 'in-charge' || one.as === 'stand-in'));

  return facts.state === 'transferred' ? [] : [...new Set(readers.map(({ name }) => name))];
}

function authorOf({ author, compartment, kind }: Revealed, { session, facts }: About, { officials, parties }: CasePeople): string {
  if (author === session.person) return words.you;
  const party = parties.find(({ persons }) => persons.includes(author));
  if (party) return words.party(String(party.ordinal));

  const name = officials.find(({ person }) => person === author)?.name;
  const official = !name ? words.service : facts.tier === 'local' ? words.conciliator(name) : words.mediator(name);
  if (compartment === 'letters') return words.letterFrom(official, words.letters[kind] ?? words.letter);

  return kind === 'plenary' ? words.letterFrom(official, words.minutes) : official;
}

function ExchangeTabs({ about, exchange }: { about: About; exchange: Exchange }): JSX.Element {
  if (!about.facts.readable.some(({ kind }) => kind === 'room')) return <></>;
  const tabs = (['private', 'shared'] as const).map((one) => ({ href: caseHref(about.caseId, placeOf(one)), text: nameOf(about, one) }));

  return <Tabs label={words.pages} tabs={tabs} current={caseHref(about.caseId, placeOf(exchange))} />;
}

/** Both exchanges stand under one tab of the case, which each page names as its own. */
function tabsOf(about: About, exchange: Exchange) {
  return partyTabs(about).map((tab) => (tab.below === partyPlaces.exchanges ? { below: placeOf(exchange), text: tab.text } : tab));
}

function nameOf({ facts }: About, exchange: Exchange): string {
  if (exchange === 'shared') return words.shared;

  return facts.tier === 'local' ? words.privateLocal : words.private;
}

function placeOf(exchange: Exchange): string {
  return exchange === 'shared' ? partyPlaces.shared : partyPlaces.exchanges;
}

function momentOf(at: Date): string {
  return words.on(dateInWords(at, zone), hourInWords(at, zone));
}
