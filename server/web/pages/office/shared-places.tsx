import { reveal, type Revealed } from '../../../mediation/reveal.ts';
import { writeText } from '../../../mediation/write-text.ts';
import { caseHref, isOneOf } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { courseOf, identitiesOf, partyName } from '../../case-reading.ts';
import { Link, Paragraph, Section } from '../../components/text.tsx';
import { messageLimit } from '../../forms/choices.ts';
import { fr } from '../../words/fr.ts';
import { dateInWords, hourInWords } from '../../words/moments.ts';
import { Writing } from '../../components/writing.tsx';
import { zone } from '../../zone.ts';
import { Composer } from './composer.tsx';
import { mayExchange } from './exchanges.tsx';
import { Texts } from './texts.tsx';
import { isOfficial } from './who.ts';

/** The room, for the delegates who are in it. */
export const roomPage: CasePage = {
  below: 'salle',
  under: 'echanges',
  title: () => fr.office.exchanges.room,
  isFor: (about) => isOfficial(about) && isOneOf(about, 'delegate') && about.facts.readable.some(({ kind }) => kind === 'room'),
  reads: ['identity', 'room'],
  composing: {
    limit: messageLimit,
    said: 'message-envoye',
    perform: ({ core, session, caseId }, _params, text) => writeText(core, session, caseId, { kind: 'room', subject: null, as: 'message', text }),
  },
  body: async (about, asked) => {
    const { core, session, caseId } = about;
    const words = fr.office.exchanges;
    const [identities, course, texts] = [await identitiesOf(about), await courseOf(about), await reveal(core, session, caseId, [{ kind: 'room' }])];
    const authorOf = ({ author }: Revealed) => course.names.get(author) ?? partyName(about, course.parties.find(({ representatives }) => representatives.includes(author))?.party ?? null, identities);

    return (
      <>
        <Section id="salle" heading={words.room}>
          <Paragraph text={words.roomAudience} />
          <Texts texts={texts} authorOf={authorOf} />
        </Section>
        <Composer asked={asked} action={caseHref(caseId, 'salle')} label={words.message} audience={words.roomAudience} button={words.sendRoom} />
        <Back caseId={caseId} />
      </>
    );
  },
};

/** What mediators prepare among themselves. */
export const workspacePage: CasePage = {
  below: 'mediateurs',
  under: 'echanges',
  title: () => fr.office.exchanges.workspace,
  isFor: mayExchange,
  reads: ['workspace'],
  composing: {
    limit: messageLimit,
    said: 'texte-partage',
    perform: ({ core, session, caseId }, _params, text) => writeText(core, session, caseId, { kind: 'workspace', subject: null, as: 'plan', text }),
  },
  body: async (about, asked) => {
    const { core, session, caseId } = about;
    const words = fr.office.exchanges;
    const [{ names }, texts] = [await courseOf(about), await reveal(core, session, caseId, [{ kind: 'workspace' }])];

    return (
      <>
        <Section id="travail" heading={words.workspace}>
          <Paragraph text={words.workspaceAudience} />
          <Texts texts={texts} authorOf={({ author }) => names.get(author) ?? fr.office.docket.somebody} />
        </Section>
        <Composer asked={asked} action={caseHref(caseId, 'mediateurs')} label={words.plan} audience={words.workspaceAudience} button={words.sendWorkspace} />
        <Back caseId={caseId} />
      </>
    );
  },
};

/** One's own notes: nobody else has their key. */
export const notesPage: CasePage = {
  below: 'notes',
  tab: fr.office.tabs.notes,
  isFor: (about) => isOfficial(about) && isOneOf(about, 'presiding', 'in-charge', 'delegate'),
  reads: ['notes'],
  composing: {
    limit: messageLimit,
    said: 'note-gardee',
    perform: ({ core, session, caseId }, _params, text) => writeText(core, session, caseId, { kind: 'notes', subject: null, as: 'message', text }),
  },
  body: async ({ core, session, caseId }, asked) => {
    const words = fr.office.notes;
    const texts = await reveal(core, session, caseId, [{ kind: 'notes', subject: session.person }]);

    return (
      <>
        <Paragraph text={words.audience} />
        {texts.length === 0 ? <Paragraph text={words.empty} /> : null}
        {texts.map(({ createdAt, text }) => (
          <Writing level={2} heading={words.of(dateInWords(createdAt, zone), hourInWords(createdAt, zone))} text={text} />
        ))}
        <Composer asked={asked} action={caseHref(caseId, 'notes')} label={fr.office.exchanges.note} audience={words.audience} button={fr.office.exchanges.keepNote} />
      </>
    );
  },
};

function Back({ caseId }: { caseId: string }): JSX.Element {
  return (
    <Paragraph text="">
      <Link href={caseHref(caseId, 'echanges')} text={fr.office.exchanges.back} />
    </Paragraph>
  );
}
