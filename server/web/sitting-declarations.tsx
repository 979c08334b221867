import { answersLeft, declareInterests, type Answer } from '../mediation/declare-interests.ts';
import { listSittings, type AgendaCase } from '../mediation/list-sittings.ts';
import { reveal } from '../mediation/reveal.ts';
import { Problem } from '../problems.ts';
import { optional, optionalText, type Ask, type Asks } from './asks.tsx';
import { Section } from './components/text.tsx';
import { Writing } from './components/writing.tsx';
import { askAnswer, requireLink } from './deeds/declare-interests.tsx';
import { formPage, type Filling } from './form-page.tsx';
import { isToDeclare } from './pages/sittings/agenda.tsx';
import { fr } from './words/fr.ts';

const words = fr.sittings;

/** The declarations for a whole agenda on one page: each convocation, then its question. */
export const declarationsPage = formPage({
  url: '/seances/:sitting/declarations',
  act: 'declare-interests',
  reads: ['convocation'],
  current: 'sittings',
  words: words.forms.declare,
  said: 'liens-declares',
  back: ({ params }) => ({ href: `/seances/${params['sitting']}`, text: words.backToSitting }),
  asks: async (filling): Promise<Asks> => {
    const asks: Record<string, Ask<unknown>> = {};
    for (const one of await undeclared(filling)) Object.assign(asks, await asksOf(filling, one));

    return asks;
  },
  perform: async (filling, answers) => {
    const given = (await undeclared(filling)).flatMap((one) => {
      const answer = answers[answerField(one)] as Answer | undefined;

      return answer === undefined ? [] : [{ one, answer, text: answers[linkField(one)] as string | undefined }];
    });
    const [first] = Object.keys(answers);
    if (given.length === 0) throw new Problem('invalid-body', { errors: [{ field: first ?? 'answer', message: words.asks.nothing }] });
    for (const { one, answer, text } of given) requireLink(linkField(one), answer, text);
    for (const { one, answer, text } of given) await declareInterests(filling.core, filling.session, one.case, { answer, ...(text !== undefined && { text }) });
  },
});

/** @throws Problem `not-found` for whoever has nothing to declare there */
async function undeclared({ core, session, params }: Pick<Filling, 'core' | 'session' | 'params'>): Promise<AgendaCase[]> {
  const sitting = (await listSittings(core, session)).find((one) => one.sitting === params['sitting']);
  const waiting = sitting?.cases.filter(isToDeclare) ?? [];
  if (waiting.length === 0) throw new Problem('not-found');

  return waiting;
}

/** The question of one case stands under what its convocation shows. */
async function asksOf({ core, session }: Filling, one: AgendaCase): Promise<Asks> {
  const texts = await reveal(core, session, one.case, [{ kind: 'convocation' }]);
  const answer = optional(askAnswer(words.asks.answer(one.reference), answersLeft(null)));
  const { convocationAudience } = fr.committee.overview;

  return {
    [answerField(one)]: {
      ...answer,
      draw: (name, values, errors) => (
        <Section id={`dossier-${one.reference}`} heading={fr.casePage.heading(one.reference)}>
          {texts.map(({ text }) => (
            <Writing heading={fr.committee.overview.convocation} audience={convocationAudience} text={text} />
          ))}
          {answer.draw(name, values, errors) as 'safe'}
        </Section>
      ),
    },
    [linkField(one)]: optionalText({ ...words.asks.link(one.reference), limit: 4_000, rows: 3 }),
  };
}

function answerField({ reference }: Pick<AgendaCase, 'reference'>): string {
  return `answer-${reference}`;
}

function linkField({ reference }: Pick<AgendaCase, 'reference'>): string {
  return `link-${reference}`;
}
