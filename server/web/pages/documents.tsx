import { documentWriters, type DocumentPlace } from '../../../policies/access.ts';
import { documentClasses, documentVisibilities } from '../../../policies/vocabulary.ts';
import { casePeople, type CasePeople } from '../../mediation/case-people.ts';
import { listDocuments, type ListedDocument } from '../../mediation/list-documents.ts';
import { listSettings } from '../../people/settings.ts';
import { canDo, caseHref, isOneOf, type About } from '../about.ts';
import type { Asked, CasePage } from '../case-page.ts';
import { identitiesOf, partyName } from '../case-reading.ts';
import { Button } from '../components/button.tsx';
import { DownloadList, type Download } from '../components/download-list.tsx';
import { fieldsOf } from '../components/field.tsx';
import { FileInput } from '../components/file-input.tsx';
import { Form } from '../components/form.tsx';
import { TextInput } from '../components/input.tsx';
import { Radios, type Option } from '../components/radios.tsx';
import { Hint, Paragraph, Section } from '../components/text.tsx';
import { ownParties } from '../deeds/own-party.ts';
import { shareDocumentPage } from '../deeds/share-document.ts';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';
import { sizeInWords } from '../words/sizes.ts';
import { zone } from '../zone.ts';
import { officialsWho } from './office/who.ts';
import { optionsOf } from './file-request/part.ts';
import { TakeAway } from './take-away.tsx';

const words = fr.documents;

/** What is deposited in a case and may be read, and the form that adds to it. A title is a text: listing is a reading. */
const page = {
  below: 'documents',
  tab: words.tab,
  reads: [...(Object.keys(documentWriters) as DocumentPlace[]), 'identity'],
  body: async (about: About, asked: Asked) => {
    const [documents, people] = await Promise.all([listDocuments(about.core, about.session, about.caseId), casePeople(about.core, about.session, about.caseId)]);

    return (
      <>
        <Section id="liste" heading={words.list}>
          {documents.length === 0 ? <Paragraph text={words.none} /> : <DownloadList items={documents.map((one) => downloadOf(about, people, one))} />}
        </Section>
        {canDo(about, 'add-document') ? <AddDocument about={about} asked={asked} limit={await limitOf(about)} places={isOneOf(about, 'party') ? [] : placesOf(about, await identitiesOf(about))} /> : null}
        {isOneOf(about, 'party') ? <TakeAway about={about} /> : null}
      </>
    );
  },
} as const satisfies Omit<CasePage, 'isFor'>;

export const officeDocumentsPage: CasePage = { ...page, isFor: officialsWho('request', 'presiding', 'in-charge', 'delegate') };
export const partyDocumentsPage: CasePage = { ...page, isFor: (about) => isOneOf(about, 'party') };
export const localDocumentsPage: CasePage = { ...page, isFor: (about) => about.facts.tier === 'local' && isOneOf(about, 'in-charge', 'alternate') };

function downloadOf(about: About, people: CasePeople, one: ListedDocument): Download {
  const { caseId } = about;
  const isOwn = one.author === about.session.person;
  const on = dateInWords(new Date(one.addedAt), zone);
  const mayShare = one.compartment === 'account' && canDo(about, 'share-document') && (isOwn || one.visibility === 'shareable');

  return {
    href: caseHref(caseId, `documents/${one.document}`),
    text: words.file(one.title, words.formats[one.mediaType] ?? words.formats['application/octet-stream'] ?? '', sizeInWords(one.size)),
    facts: [
      (one.isCopy ? words.copyOf : words.addedBy)(whoIs(about, people, one.author), on),
      audienceOf(one, isOwn),
      ...(one.compartment === 'account' ? [fr.ownFile.visibilities[one.visibility]] : []),
      fr.ownFile.classes[one.class],
    ],
    more: mayShare ? { href: `${caseHref(caseId, shareDocumentPage.slug)}?document=${one.document}`, text: `${words.share} : ${one.title}` } : undefined,
  };
}

function audienceOf({ compartment }: ListedDocument, isOwn: boolean): string {
  if (compartment === 'account' && isOwn) return words.ownAudience;

  return words.audiences[compartment] ?? '';
}

/** Mediators by name, parties by rank: their names are content. */
function whoIs({ session }: About, { officials, parties }: CasePeople, author: string): string {
  if (author === session.person) return words.you;
  const official = officials.find(({ person }) => person === author);
  if (official) return official.name;
  const party = parties.find(({ persons }) => persons.includes(author));

  return party ? words.party(String(party.ordinal)) : words.somebody;
}

function AddDocument({ about, asked: { visit, values, errors }, limit, places }: { about: About; asked: Asked; limit: string; places: readonly Option[] }): JSX.Element {
  const field = fieldsOf(values, errors);
  const own = ownParties(about);
  const usual = (name: string, value: string) => ({ ...field(name), value: field(name).value || value });

  return (
    <Section id="ajouter" heading={words.add}>
      <Hint text={words.addIntro} />
      <Form action={caseHref(about.caseId, 'documents')} token={visit.formToken} isUpload>
        <TextInput field={field('title')} label={words.title.label} hint={words.title.hint} />
        {own.length > 1 ? <Radios field={field('subject')} legend={words.asParty.label} options={own.map((party) => ({ value: party, label: partyName(about, party) }))} /> : null}
        {own.length > 0 ? (
          <Radios field={usual('visibility', 'mediators')} legend={words.visibility.label} options={optionsOf(documentVisibilities, words.visibilities)} />
        ) : (
          <Radios field={field('place')} legend={words.place.label} options={places} />
        )}
        <Radios field={usual('class', 'statement_or_position')} legend={words.cover.label} options={optionsOf(documentClasses, words.covers)} />
        <FileInput field={field('file')} label={words.upload.label} hint={words.upload.hint(limit)} />
        <Button text={words.send} />
      </Form>
    </Section>
  );
}

/** Where whoever runs the case may add: a place, or the letters to one party, by name: a file must not go to the other side. */
function placesOf(about: About, identities: Awaited<ReturnType<typeof identitiesOf>>): Option[] {
  const standings = about.facts.me.map(({ standing }) => standing);
  const isLocal = about.facts.tier === 'local';
  const open = (Object.keys(documentWriters) as DocumentPlace[]).filter((place) =>
    place !== 'account' && (place === 'conciliation') === isLocal && standings.some((one) => (documentWriters[place] as readonly string[]).includes(one)));

  return open.filter((place) => place !== 'room' || about.facts.readable.some(({ kind }) => kind === 'room')).flatMap((place) => {
    const hint = words.audiences[place] ?? '';
    if (place !== 'letters') return [{ value: place, label: words.places[place] ?? '', hint }];

    return about.facts.parties.map(({ party }) => ({ value: `letters:${party}`, label: words.letterTo(partyName(about, party, identities)), hint }));
  });
}

/** Megabytes, as the settings say now. */
async function limitOf({ core }: About): Promise<string> {
  return String((await listSettings(core)).find(({ key }) => key === 'document-size')?.value ?? '');
}
