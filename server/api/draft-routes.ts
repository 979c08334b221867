import { Type } from 'typebox';
import { orient, localAttempts, positions, proceedings } from '../../policies/charter/orientation.ts';
import { localDate } from '../../policies/charter/calendar.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { deleteDraft } from '../mediation/drafts/delete-draft.ts';
import { draftZone, type Draft } from '../mediation/drafts/draft.ts';
import { resumeDraft } from '../mediation/drafts/resume-draft.ts';
import { beginDraft, saveDraft } from '../mediation/drafts/save-draft.ts';
import { previewNotices } from '../mediation/preview-notices.ts';
import { readReceipt } from '../mediation/read-receipt.ts';
import { RequestBody } from '../mediation/request-body.ts';
import { takesSignals } from '../mediation/takes-signals.ts';
import { listEstablishments } from '../people/directory.ts';
import { printRecoveryCode } from '../vault/recovery-code.ts';
import { closed, id, oneOf, text } from './shapes.ts';

const Code = closed({ code: text(80) });
/** What was typed, by name of field: the path of the filing's body, with dots. */
const Answers = Type.Record(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9.-]{0,59}$' }), Type.String({ maxLength: 20_000 }), { additionalProperties: false, maxProperties: 200 });

const anyone = (act: string) => ({ policy: { act, who: 'anyone' } }) as const;

/** What comes before a request is filed, and the receipt that comes after. */
export function draftRoutes(app: App, core: Core): void {
  app.post(
    '/api/orientation',
    { config: anyone('look'), schema: { summary: 'Where to go: mediation, local conciliation first, or another body', body: closed({ position: oneOf(positions), localAttempt: oneOf(localAttempts), proceeding: oneOf(proceedings), establishment: Type.Optional(id()) }) } },
    async (request) => {
      const { establishment, ...answers } = request.body;
      const found = (await listEstablishments(core)).find((one) => one.id === establishment);

      return { ...orient(answers, found?.localScheme ?? null, localDate(core.clock(), draftZone)), schemeContact: found?.schemeContact ?? null, takesSignals: found !== undefined && (await takesSignals(core, found.id)) };
    },
  );

  app.post(
    '/api/drafts',
    { config: anyone('file'), schema: { summary: 'Begin a draft; its resume code is given once and kept nowhere', body: closed({ answers: Answers }) } },
    async (request, reply) => {
      const { code, ...draft } = await beginDraft(core, request.body.answers, request.ip);
      reply.code(201);

      return { code: printRecoveryCode(code), ...shown(draft) };
    },
  );

  app.post(
    '/api/drafts/opening',
    { config: anyone('file'), schema: { summary: 'Read the draft of a resume code', body: Code } },
    async (request) => shown(await resumeDraft(core, request.body.code, request.ip)),
  );

  app.post(
    '/api/drafts/saving',
    { config: anyone('file'), schema: { summary: 'Save the draft of a resume code: the fields given replace theirs, the others stay', body: closed({ code: text(80), answers: Answers }) } },
    async (request) => {
      const { code } = await resumeDraft(core, request.body.code, request.ip);

      return shown(await saveDraft(core, code, (before) => ({ ...before, ...request.body.answers }), request.ip));
    },
  );

  app.post(
    '/api/drafts/deletion',
    { config: anyone('file'), schema: { summary: 'Delete the draft of a resume code', body: Code } },
    async (request, reply) => {
      await deleteDraft(core, (await resumeDraft(core, request.body.code, request.ip)).code);

      return reply.code(204).send();
    },
  );

  const { tier, author, others } = RequestBody.properties;
  app.post(
    '/api/requests/preview',
    { config: anyone('file'), schema: { summary: 'Who would be told, why, when and in which words; nothing is kept', body: closed({ tier, author, others }) } },
    async (request) => previewNotices(core, request.body, '…'),
  );

  app.get(
    '/api/cases/:case/receipt',
    { config: { policy: { act: 'read', who: 'session', reads: ['identity', 'account'] } }, schema: { summary: 'The receipt of your own request, with the digest of what was filed', params: closed({ case: id() }) } },
    (request) => readReceipt(core, request.session, request.params.case),
  );
}

function shown({ answers, savedAt, eraseOn }: Draft) {
  return { answers, savedAt: savedAt.toISOString(), eraseOn };
}
