import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../instance.ts';
import { listAppointments } from '../people/offices/list-appointments.ts';
import { me } from '../people/me.ts';
import { chooseContact, mailChoices, ownContact } from '../people/choose-contact.ts';
import { changePassphrase } from '../people/change-passphrase.ts';
import { ownRoles } from '../people/own-roles.ts';
import { renewKeys } from '../people/renew-keys.ts';
import { listSessions, revokeOthers, revokeSession } from '../people/sessions.ts';
import { giveCookie } from '../plugins/session.ts';
import { problems } from '../problem-codes.ts';
import { Problem } from '../problems.ts';
import { valuesOf } from './asks.tsx';
import type { FieldError, Values } from './components/field.tsx';
import { leaveFlash } from './flash.ts';
import type { FormBody } from './forms/form-body.ts';
import { AccountPage } from './pages/account.tsx';
import { RenewedCodePage } from './pages/renewed-code.tsx';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';

type Posted = FastifyRequest<{ Body: FormBody }>;
type Shown = { errors?: readonly FieldError[]; refused?: string | undefined; status?: number };

const words = fr.account;

/** « Mon compte »: what the service knows of somebody, their sessions, their passphrase and their recovery code. */
export function account(app: App, site: Site): void {
  const own = (act: string) => ({ config: { policy: { act, who: 'session' } }, schema: { hide: true } }) as const;

  app.get('/compte', own('read-own-account'), async (request, reply) => showAccount(site, request, reply));
  app.post<{ Body: FormBody }>('/compte/contact', own('choose-contact'), async (request, reply) => attempt(site, request, reply, (values) => choose(site, request, values)));
  app.post<{ Body: FormBody }>('/compte/connexions', own('revoke-session'), async (request, reply) => attempt(site, request, reply, (values) => endSession(site, request, values)));
  app.post<{ Body: FormBody }>('/compte/autres-connexions', own('revoke-sessions'), async (request, reply) => attempt(site, request, reply, () => endOthers(site, request)));
  app.post<{ Body: FormBody }>('/compte/phrase-secrete', own('change-passphrase'), async (request, reply) => attempt(site, request, reply, (values) => change(site, request, values)));
  app.post<{ Body: FormBody }>('/compte/code-de-secours', own('renew-keys'), async (request, reply) => renew(site, request, reply));
}

async function showAccount(site: Site, request: FastifyRequest, reply: FastifyReply, { errors = [], refused, status = 200 }: Shown = {}) {
  const { core } = site;
  const { session } = request;
  const [appointments, known, contact, sessions, roles, visit] = await Promise.all([
    listAppointments(core, session), me(core, session), ownContact(core, session), listSessions(core, session), ownRoles(core, session), site.desk(request, reply),
  ]);
  const told = refused ? { ...visit, alert: { kind: 'error' as const, text: refused } } : visit;

  return show(reply, await (<AccountPage visit={told} me={known} contact={contact} sessions={sessions} roles={roles} errors={errors} hasMandate={appointments.length > 0} awaitsSignature={appointments.some(({ may }) => may.includes('sign'))} now={core.clock()} />), status);
}

/** Does one thing to the account and comes back with the sentence that says so; or shows the page with what is wrong. */
async function attempt(site: Site, request: Posted, reply: FastifyReply, work: (values: Values) => Promise<string>) {
  if (!site.isFresh(request, request.body)) return showAccount(site, request, reply, { refused: fr.deeds.expired, status: 422 });

  try {
    const said = await work(valuesOf(request.body));
    leaveFlash(reply, site.config, { said, at: site.core.clock() });

    return reply.redirect('/compte', 303);
  } catch (error) {
    if (error instanceof WrongField) return showAccount(site, request, reply, { errors: [error.wrong], status: 422 });
    if (!(error instanceof Problem) || error.status >= 500 || error.code === 'signed-out') throw error;

    return showAccount(site, request, reply, refusalOf(error, 'current', words.wrongCurrent));
  }
}

/** A mistake in one field, found before the deed. */
class WrongField extends Error {
  readonly wrong: FieldError;

  constructor(field: string, message: string) {
    super(field);
    this.wrong = { field, message };
  }
}

async function choose({ core }: Site, request: Posted, values: Values): Promise<string> {
  const mail = mailChoices.find((one) => one === values['mail']);
  if (!mail) throw new WrongField('mail', words.chooseMail);
  await chooseContact(core, request.session, mail);

  return 'contact-choisi';
}

async function endSession({ core }: Site, request: Posted, values: Values): Promise<string> {
  const chosen = values['session'] ?? '';
  const sessions = await listSessions(core, request.session);
  if (!sessions.some(({ id, isCurrent }) => id === chosen && !isCurrent)) throw new WrongField('session', words.chooseSession);
  await revokeSession(core, request.session, chosen);

  return 'session-fermee';
}

async function endOthers({ core }: Site, request: Posted): Promise<string> {
  await revokeOthers(core, request.session);

  return 'sessions-fermees';
}

async function change({ core }: Site, request: Posted, values: Values): Promise<string> {
  const { current = '', passphrase = '', confirmation = '' } = values;
  if (current === '') throw new WrongField('current', words.wrongCurrent);
  if (passphrase !== confirmation) throw new WrongField('confirmation', words.differs);
  if (passphrase === '') throw new WrongField('passphrase', words.weak);
  await changePassphrase(core, request.session, { current, passphrase });

  return 'phrase-changee';
}

/** The new code is in this answer alone: no redirection, since nothing keeps it. */
async function renew(site: Site, request: Posted, reply: FastifyReply) {
  if (!site.isFresh(request, request.body)) return showAccount(site, request, reply, { refused: fr.deeds.expired, status: 422 });
  const { renewal = '' } = valuesOf(request.body);
  if (renewal === '') return showAccount(site, request, reply, { errors: [{ field: 'renewal', message: words.wrongForCode }], status: 422 });

  try {
    await site.useOnce(request.body);
    const { token, recoveryCode, session } = await renewKeys(site.core, request.session, { passphrase: renewal });
    giveCookie(reply, site.config, token);

    return show(reply, await (<RenewedCodePage visit={await site.visit(request, reply, session)} code={recoveryCode} />));
  } catch (error) {
    if (!(error instanceof Problem) || error.status >= 500 || error.code === 'signed-out') throw error;

    return showAccount(site, request, reply, refusalOf(error, 'renewal', words.wrongForCode));
  }
}

function refusalOf({ code, status }: Problem, secretField: string, wrongSecret: string): Shown {
  if (code === 'wrong-passphrase') return { errors: [{ field: secretField, message: wrongSecret }], status };
  if (code === 'passphrase-weak') return { errors: [{ field: 'passphrase', message: words.weak }], status };

  return { refused: `${problems[code].title}. ${problems[code].detail}`, status };
}
