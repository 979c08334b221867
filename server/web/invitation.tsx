import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../instance.ts';
import type { Session } from '../core.ts';
import { acceptInvitation, type Acceptor } from '../mediation/accept-invitation.ts';
import { caseFacts } from '../mediation/case-facts.ts';
import { declineInvitation } from '../mediation/decline-invitation.ts';
import { announceInvitation, openInvitation } from '../mediation/open-invitation.ts';
import { enrolled } from '../people/enrol.ts';
import { signIn } from '../people/sign-in.ts';
import { giveCookie } from '../plugins/session.ts';
import { problems } from '../problem-codes.ts';
import { Problem } from '../problems.ts';
import { valuesOf } from './asks.tsx';
import type { FieldError, Values } from './components/field.tsx';
import type { FormBody } from './forms/form-body.ts';
import { acceptanceErrors, fieldRefused, ownWordsOf } from './forms/acceptance-form.ts';
import { placesOf } from './forms/places.ts';
import { AcceptedPage } from './pages/invitation/accepted.tsx';
import { AnnouncedPage } from './pages/invitation/announced.tsx';
import { ClosedPage, isClosed } from './pages/invitation/closed.tsx';
import { DeclinedPage } from './pages/invitation/declined.tsx';
import { DecliningPage } from './pages/invitation/declining.tsx';
import { OpenedPage } from './pages/invitation/opened.tsx';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';

type Params = { link: string };
type InvitedRequest = FastifyRequest<{ Params: Params }>;
type InvitedPost = FastifyRequest<{ Params: Params; Body: FormBody }>;
type Shown = { values?: Values; errors?: readonly FieldError[]; refused?: string | undefined; status?: number };

/** An invitation, from the link to the answer (web 20): looking consumes nothing; the code, typed once, goes along in the forms. */
export function invitation(app: App, site: Site): void {
  const anyone = (act: string, reads: readonly string[] = []) => ({ config: { policy: { act, who: 'anyone', reads } }, schema: { hide: true } }) as const;
  const url = '/invitation/:link';

  app.get<{ Params: Params }>(url, anyone('open-invitation'), async (request, reply) => unlessClosed(site, request, reply, () => showAnnounced(site, request, reply)));
  app.post<{ Params: Params; Body: FormBody }>(url, anyone('open-invitation', ['object']), async (request, reply) => unlessClosed(site, request, reply, () => open(site, request, reply)));
  app.post<{ Params: Params; Body: FormBody }>(`${url}/accord`, anyone('accept-invitation', ['object']), async (request, reply) => unlessClosed(site, request, reply, () => accept(site, request, reply)));
  app.post<{ Params: Params; Body: FormBody }>(`${url}/refus`, anyone('decline-invitation', ['object']), async (request, reply) => unlessClosed(site, request, reply, () => decline(site, request, reply)));
}

/** A link that opens nothing any more says so, rather than being an error. */
async function unlessClosed(site: Site, request: InvitedRequest, reply: FastifyReply, work: () => Promise<unknown>): Promise<unknown> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || !isClosed(error.code)) throw error;

    return show(reply, await (<ClosedPage visit={await visitOf(site, request, reply)} why={error.code} />), error.status);
  }
}

async function showAnnounced(site: Site, request: InvitedRequest, reply: FastifyReply, { values = {}, errors = [], refused, status = 200 }: Shown = {}) {
  const { link } = request.params;
  const announced = await announceInvitation(site.core, link);

  return show(reply, await (<AnnouncedPage visit={await visitOf(site, request, reply, refused)} link={link} announced={announced} values={values} errors={errors} />), status);
}

async function open(site: Site, request: InvitedPost, reply: FastifyReply) {
  const values = valuesOf(request.body);
  if (!site.isFresh(request, request.body)) return showAnnounced(site, request, reply, { values, refused: fr.deeds.expired, status: 422 });

  return withCode(site, request, reply, values, () => showOpened(site, request, reply, {}));
}

/** Shows the object, for which the code is tried anew: it stands nowhere between two pages but in their forms. */
async function showOpened(site: Site, request: InvitedPost, reply: FastifyReply, { values = {}, errors = [], refused, status = 200 }: Shown) {
  const { link } = request.params;
  const code = codeIn(valuesOf(request.body));
  const { object } = await openInvitation(site.core, { link, code });
  const [announced, places] = await Promise.all([announceInvitation(site.core, link), placesOf(site.core)]);

  return show(reply, await (<OpenedPage visit={await visitOf(site, request, reply, refused)} link={link} code={code} announced={announced} places={places} object={object} values={values} errors={errors} />), status);
}

async function accept(site: Site, request: InvitedPost, reply: FastifyReply) {
  const values = valuesOf(request.body);
  const session = await site.visitor(request);

  return withCode(site, request, reply, values, async () => {
    if (!site.isFresh(request, request.body)) return showOpened(site, request, reply, { values, refused: fr.deeds.expired, status: 422 });
    const errors = acceptanceErrors(values, session !== null);
    if (errors.length > 0) return showOpened(site, request, reply, { values, errors, status: 422 });

    try {
      await site.useOnce(request.body);
      const acceptor = await acceptorOf(site, request, reply, values, session);
      const { case: caseId, enrolment } = await acceptInvitation(site.core, acceptor, { link: request.params.link, code: codeIn(values), ...ownWordsOf(values) });
      const account = enrolment ? enrolled(enrolment) : null;
      if (account) giveCookie(reply, site.config, account.token);
      const theirs = 'session' in acceptor ? acceptor.session : (account as NonNullable<typeof account>).session;
      const { reference } = await caseFacts(site.core, theirs, caseId);

      return show(reply, await (<AcceptedPage visit={await site.visit(request, reply, theirs)} caseId={caseId} reference={reference} at={site.core.clock()} {...(account && { recoveryCode: account.recoveryCode })} />), 201);
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500 || isClosed(error.code) || error.code === 'code-wrong') throw error;
      const field = fieldRefused(error, values);

      return showOpened(site, request, reply, { values, errors: field ? [field] : [], refused: field ? undefined : explain(error), status: error.status });
    }
  });
}

/** Whoever is signed in; else the account they name, which signs in; else a new one. */
async function acceptorOf(site: Site, request: InvitedPost, reply: FastifyReply, values: Values, session: Session | null): Promise<Acceptor> {
  if (session) return { session };
  const credentials = { address: values['address'] ?? '', passphrase: values['passphrase'] ?? '', isShared: values['shared'] !== 'no', ip: request.ip };
  if (values['account'] !== 'mine') return { newcomer: { name: values['name'] ?? '', ...credentials } };

  const signed = await signIn(site.core, credentials);
  giveCookie(reply, site.config, signed.token);

  return { session: signed.session };
}

/** Once it is confirmed: no account and no way back, so one press of a thumb is not enough. */
async function decline(site: Site, request: InvitedPost, reply: FastifyReply) {
  const values = valuesOf(request.body);

  return withCode(site, request, reply, values, async () => {
    if (!site.isFresh(request, request.body)) return showOpened(site, request, reply, { values, refused: fr.deeds.expired, status: 422 });
    if (!('confirmed' in values)) return show(reply, await (<DecliningPage visit={await visitOf(site, request, reply)} link={request.params.link} code={codeIn(values)} />));

    await site.useOnce(request.body);
    await declineInvitation(site.core, { link: request.params.link, code: codeIn(values) });

    return show(reply, await (<DeclinedPage visit={await visitOf(site, request, reply)} at={site.core.clock()} />));
  });
}

/** A wrong code leads back to where it is typed, with the tries that are left. */
async function withCode(site: Site, request: InvitedPost, reply: FastifyReply, values: Values, work: () => Promise<unknown>): Promise<unknown> {
  const wrong = (message: string) => showAnnounced(site, request, reply, { values: { code: values['code'] ?? '' }, errors: [{ field: 'code', message }], status: 422 });
  if (!/^\d{8}$/.test(codeIn(values))) return wrong(fr.invitation.codeMissing);

  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'code-wrong') throw error;
    const { triesLeft } = await announceInvitation(site.core, request.params.link);

    return wrong(triesLeft === 0 ? fr.invitation.spent : triesLeft === 1 ? fr.invitation.wrongOnce : fr.invitation.wrong(String(triesLeft)));
  }
}

function codeIn(values: Values): string {
  return (values['code'] ?? '').replaceAll(/[\s\p{Pd}.]/gu, '');
}

async function visitOf(site: Site, request: InvitedRequest, reply: FastifyReply, refused?: string) {
  const visit = await site.visit(request, reply, await site.visitor(request));

  return refused ? { ...visit, alert: { kind: 'error' as const, text: refused } } : visit;
}

function explain({ code }: Problem): string {
  const { title, detail } = problems[code];

  return `${title}. ${detail}`;
}
