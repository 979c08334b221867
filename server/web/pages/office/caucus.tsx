import { reveal, type Revealed } from '../../../mediation/reveal.ts';
import { writeText } from '../../../mediation/write-text.ts';
import { Problem } from '../../../problems.ts';
import { caseHref, isOneOf, type About } from '../../about.ts';
import type { Asked, CasePage } from '../../case-page.ts';
import { courseOf, identitiesOf, partyName } from '../../case-reading.ts';
import { Link, Paragraph, Section } from '../../components/text.tsx';
import { Notice } from '../../components/messages.tsx';
import { messageLimit } from '../../forms/choices.ts';
import { fr } from '../../words/fr.ts';
import { Composer } from './composer.tsx';
import { mayExchange } from './exchanges.tsx';
import { OneText, Texts } from './texts.tsx';

/** The private exchange with one party, and the letters they were sent. */
export const caucusPage: CasePage = {
  below: 'echanges/:party',
  under: 'echanges',
  isFor: mayExchange,
  reads: ['identity', 'caucus', 'letters'],
  title: ({ facts }, { party }) => fr.office.exchanges.caucusTitle(String(facts.parties.findIndex((one) => one.party === party) + 1)),
  composing: {
    limit: messageLimit,
    said: 'message-envoye',
    perform: ({ core, session, caseId }, { party = '' }, text) => writeText(core, session, caseId, { kind: 'caucus', subject: party, as: 'message', text }),
  },
  body: async (about, asked) => {
    const party = asked.params['party'] ?? '';
    if (!about.facts.parties.some((one) => one.party === party)) throw new Problem('not-found');
    const { core, session, caseId } = about;
    const [identities, { names }] = [await identitiesOf(about), await courseOf(about)];
    const [texts, source] = [await reveal(core, session, caseId, [{ kind: 'caucus', subject: party }, { kind: 'letters', subject: party }]), await sourceOf(about, asked)];
    const words = fr.office.exchanges;
    const name = partyName(about, party, identities);
    const authorOf = ({ author }: Revealed) => names.get(author) ?? name;
    const [messages, letters] = [texts.filter(({ compartment }) => compartment === 'caucus'), texts.filter(({ compartment }) => compartment === 'letters')];

    return (
      <>
        <Section id="echange" heading={words.caucus(name)}>
          <Paragraph text={words.caucusAudience(name)} />
          {messages.length === 0 ? <Paragraph text={words.empty} /> : null}
          {messages.map((text) => (
            <OneText text={text} author={authorOf(text)}>
              {names.has(text.author) ? null : <Rephrase about={about} text={text} identities={identities} />}
            </OneText>
          ))}
        </Section>
        {source ? (
          <Notice>
            <OneText text={source} author={words.rephrasing(partyName(about, source.subject, identities))} audience={words.rephrasingWhy} />
          </Notice>
        ) : null}
        {mayWrite(about) ? (
          <Composer asked={asked} action={caseHref(caseId, `echanges/${party}`)} label={words.message} audience={words.caucusAudience(name)} button={words.send(name)} />
        ) : (
          <Paragraph text={words.caucusClosed} />
        )}
        <Section id="lettres" heading={words.letters(name)}>
          <Texts texts={letters} authorOf={authorOf} audience={words.lettersAudience(name)} />
        </Section>
        <Paragraph text="">
          <Link href={caseHref(caseId, 'echanges')} text={words.back} />
        </Paragraph>
      </>
    );
  },
};

type RephraseProps = { about: About; text: Revealed; identities: Awaited<ReturnType<typeof identitiesOf>> };

/** Never forwards: it opens the other exchange with an empty text and this one beside it. */
function Rephrase({ about, text, identities }: RephraseProps): JSX.Element {
  const others = mayWrite(about) ? about.facts.parties.filter(({ party }) => party !== text.subject) : [];

  return (
    <>
      {others.map(({ party }) => (
        <Paragraph text="">
          <Link href={`${caseHref(about.caseId, `echanges/${party}`)}?reprendre=${text.subject ?? ''}.${text.id}#ecrire`} text={fr.office.exchanges.rephrase(partyName(about, party, identities))} />
        </Paragraph>
      ))}
    </>
  );
}

/** The message one reads again while writing to somebody else. */
async function sourceOf({ core, session, caseId }: About, { query, params }: Asked): Promise<Revealed | undefined> {
  const [party, id] = (query['reprendre'] ?? '').split('.');
  if (!party || !id || party === params['party']) return undefined;

  return (await reveal(core, session, caseId, [{ kind: 'caucus', subject: party }])).find((text) => text.id === id);
}

/** From the designation on, a caucus is the delegates' (design 4): who was in charge reads what came before. */
function mayWrite(about: About): boolean {
  return isOneOf(about, 'delegate') || about.facts.designations.length === 0;
}
