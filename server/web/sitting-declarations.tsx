import { answersLeft, declareInterests, type Answer } from '../mediation/declare-interests.ts';
import { listSittings, type AgendaCase } from '../mediation/list-sittings.ts';
import { reveal } from '../mediation/reveal.ts';
import { Problem } from '../problems.ts';
import { optional, optionalText, type Asks } from './asks.tsx';
import { Section } from './components/text.tsx';
import { Writing } from './components/writing.tsx';
import { askAnswer, requireLink } from './deeds/declare-interests.tsx';
import { formPage, type Asking } from './form-page.tsx';
import { isToDeclare } from './pages/sittings/agenda.tsx';
import { fr } from './words/fr.ts';

const words = fr.sittings;

/** The declarations for a whole agenda on one page: each convocation, then its question. */
export const declarationsPage = formPage({
  name: 'liens-declares',
  url: '/seances/:sitting/declarations',
  act: 'declare-interests',
  reads: ['convocation'],
  current: 'sittings',
  back: ({ sitting }) => `/seances/${sitting}`,
  load: undeclared,
  asks: (waiting): Asks => Object.assign({}, ...waiting.map(asksOf)),
  perform: async ({ core, session }, waiting, answers) => {
    const given = waiting.flatMap((one) => {
      const answer = answers[answerField(one)] as Answer | undefined;

      return answer === undefined ? [] : [{ one, answer, text: answers[linkField(one)] as string | undefined }];
    });
    const [first] = Object.keys(answers);
    if (given.length === 0) throw new Problem('invalid-body', { errors: [{ field: first ?? 'answer', message: words.asks.nothing }] });
    for (const { one, answer, text } of given) requireLink(linkField(one), answer, text);
    for (const { one, answer, text } of given) await declareInterests(core, session, one.case, { answer, ...(text !== undefined && { text }) });
  },
});

type Undeclared = AgendaCase & { texts: Awaited<ReturnType<typeof reveal>> };

/** @throws Problem `not-found` for whoever has nothing to declare there */
async function undeclared({ core, session, params }: Asking): Promise<Undeclared[]> {
  const sitting = (await listSittings(core, session)).find((one) => one.sitting === params['sitting']);
  const waiting = sitting?.cases.filter(isToDeclare) ?? [];
  if (waiting.length === 0) throw new Problem('not-found');

  const read: Undeclared[] = [];
  for (const one of waiting) read.push({ ...one, texts: await reveal(core, session, one.case, [{ kind: 'convocation' }]) });

  return read;
}

/** The question of one case stands under what its convocation shows. */
function asksOf(one: Undeclared): Asks {
  const answer = optional(askAnswer(words.asks.answer(one.reference), answersLeft(null)));
  const { convocationAudience } = fr.committee.overview;

  return {
    [answerField(one)]: {
      ...answer,
      draw: (name, values, errors) => (
        <Section id={`dossier-${one.reference}`} heading={fr.casePage.heading(one.reference)}>
          {one.texts.map(({ text }) => (
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
