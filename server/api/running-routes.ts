import { Type } from 'typebox';
import { redirectReasons } from '../../policies/charter/reasons.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { caseCourse } from '../mediation/case-course.ts';
import { caseHistory } from '../mediation/case-history.ts';
import { colleagues } from '../mediation/colleagues.ts';
import { redirectLetter } from '../mediation/letters/redirect.ts';
import { withdrawalSentence } from '../mediation/letters/withdrawal.ts';
import { myWeek } from '../mediation/my-week.ts';
import { copiesToSend, noticesToSend } from '../mediation/notices-to-send.ts';
import { closed, day, id, oneOf } from './shapes.ts';

const params = closed({ case: id() });
const page = Type.Optional(Type.String({ pattern: '^[1-9][0-9]{0,3}$', maxLength: 4 }));
const tags = ['conduite'];
const own = (act: string, reads: readonly string[] = []) => ({ policy: { act, who: 'session', reads } }) as const;

/** What those who run cases look at: their week, how a case goes, who can help, and each letter before it leaves. */
export function runningRoutes(app: App, core: Core): void {
  app.get(
    '/api/week',
    { config: own('list'), schema: { tags, summary: 'Your week: what is late, due, held, and what waits for you; this week, or the one of `day`', querystring: closed({ day: Type.Optional(day()) }) } },
    (request) => myWeek(core, request.session, request.query.day),
  );

  app.get(
    '/api/cases/:case/course',
    { config: own('look'), schema: { tags, summary: 'How a case goes, for those who run it: answers, advices, meetings, without content', params } },
    async (request) => {
      const { names, ...course } = await caseCourse(core, request.session, request.params.case);

      return { ...course, people: [...names].map(([person, name]) => ({ person, name })) };
    },
  );

  app.get(
    '/api/cases/:case/history',
    {
      config: own('look'),
      schema: { tags, summary: 'Acts signed in a case and what officials opened, newest first, for whoever is in charge or mediates', params, querystring: closed({ what: Type.Optional(oneOf(['act', 'reading'])), person: Type.Optional(id()), page }) },
    },
    (request) => caseHistory(core, request.session, request.params.case, { ...request.query, page: Number(request.query.page ?? 1) }),
  );

  app.get(
    '/api/cases/:case/colleagues',
    { config: own('look'), schema: { tags, summary: 'Who may be convened or designated, by name, with what they already carry', params } },
    async (request) => ({ colleagues: await colleagues(core, request.session, request.params.case) }),
  );

  letterRoutes(app, core);
}

function letterRoutes(app: App, core: Core): void {
  app.get(
    '/api/letters',
    { config: { policy: { act: 'read-letters', who: 'anyone' } }, schema: { tags, summary: 'The sentences of the service that are the same for everybody: why a request goes elsewhere, and that a party has left' } },
    async () => ({ redirections: redirectReasons.map((reason) => ({ reason, letter: redirectLetter(reason) })), withdrawal: withdrawalSentence }),
  );

  app.get(
    '/api/cases/:case/notices-to-send',
    { config: own('look', ['identity']), schema: { tags, summary: 'The notices as they would leave now, word for word, and the functions nobody is known to hold', params } },
    (request) => noticesToSend(core, request.session, request.params.case),
  );

  app.get(
    '/api/cases/:case/copies-to-send',
    { config: own('look', ['identity', 'agreement']), schema: { tags, summary: 'The copies of the agreement as they would leave now', params } },
    (request) => copiesToSend(core, request.session, request.params.case),
  );
}
