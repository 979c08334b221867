import type { FastifyReply, FastifyRequest } from 'fastify';
import { Value } from 'typebox/value';
import type { Core, Session } from '../../core.ts';
import type { App } from '../../instance.ts';
import { fileRequest } from '../../mediation/file-request.ts';
import { previewNotices, type Preview } from '../../mediation/preview-notices.ts';
import { OtherEntry, PersonEntry, RequestBody } from '../../mediation/request-body.ts';
import { enrolled, prepareEnrolment } from '../../people/enrol.ts';
import { giveCookie } from '../../plugins/session.ts';
import { Problem } from '../../problems.ts';
import type { FieldError, Values } from '../components/field.tsx';
import { readFilingForm, type FilingBody } from '../forms/file-request-form.ts';
import { explainFilingErrors } from '../forms/filing-errors.ts';
import { summaryOf } from '../forms/filing-summary.ts';
import { textOf, type FormBody } from '../forms/form-body.ts';
import { placesOf } from '../forms/places.ts';
import { checkPage } from '../forms/steps.ts';
import { CheckPage } from '../pages/file-request/check.tsx';
import type { NoPreview } from '../pages/file-request/notices.tsx';
import { ReceiptPage } from '../pages/receipt.tsx';
import { show, type Site } from '../site.ts';
import { fr } from '../words/fr.ts';
import { heldDraft, takeDraftCookie, type HeldDraft } from './draft-cookie.ts';
import { faultsOfForm } from './faults.ts';
import { anyone } from './policy.ts';

type Shown = { values?: Values; errors?: readonly FieldError[]; warning?: string; status?: number };

/** What the page gives back after an error: all but the passphrase. */
const kept = ['credentials.address', 'credentials.shared', 'consents.informedOfNotices', 'consents.accurate'];

/** The last page of a request: shown, sent back with what is missing, or filed and answered by a receipt. */
export function checkRoutes(app: App, site: Site): void {
  app.get(checkPage, anyone, async (request, reply) => {
    const draft = await heldDraft(site.core, site.config, request);
    if (!draft) return reply.redirect('/demande', 303);

    return showCheck(site, request, reply, await site.visitor(request), draft);
  });

  app.post<{ Body: FormBody }>(checkPage, anyone, async (request, reply) => {
    const [session, draft] = await Promise.all([site.visitor(request), heldDraft(site.core, site.config, request)]);
    if (!draft) throw new Problem(site.isFresh(request, request.body) ? 'acted-first' : 'not-found');

    const values = Object.fromEntries(kept.map((name) => [name, textOf(request.body, name)]));
    const again = (given: Shown) => showCheck(site, request, reply, session, draft, { values, status: 422, ...given });
    if (!site.isFresh(request, request.body)) return again({ warning: fr.filing.checkExpired });

    const form = readFilingForm({ ...draft.answers, ...checkedIn(request.body, session) });
    const errors = faultsOfForm(form);
    if (errors.length > 0 || !Value.Check(RequestBody, form.filing)) return again({ errors });
    if (!session && !form.filing.credentials) return again({ warning: fr.filing.signedOut });

    try {
      return await file(site, request, reply, session, draft, form.filing);
    } catch (error) {
      if (error instanceof Problem && error.code === 'office-empty') return again({ warning: form.filing.tier === 'local' ? fr.filing.signal.unavailable : fr.filing.notices.unavailable });
      if (!(error instanceof Problem) || !error.facts.errors) throw error;

      return again({ errors: explainFilingErrors(error.facts.errors.map(({ field }) => pointerOf(field))) });
    }
  });
}

/** Answered by the page itself and not by a redirection: the recovery code is shown once, and kept nowhere to be shown after. */
async function file(site: Site, request: FastifyRequest<{ Body: FormBody }>, reply: FastifyReply, session: Session | null, draft: HeldDraft, filing: RequestBody) {
  const { core, config } = site;
  const { credentials, ...body } = filing;
  const enrolment = credentials && !session ? await prepareEnrolment(core, { name: body.author.name, ip: request.ip, address: credentials.address, passphrase: credentials.passphrase, isShared: credentials.shared }) : null;
  await site.useOnce(request.body);
  const filed = await fileRequest(core, enrolment ? { enrolment } : { session: session as Session }, body, draft.code);
  const account = enrolment ? enrolled(enrolment) : null;
  if (account) giveCookie(reply, config, account.token);
  takeDraftCookie(reply, config);

  return show(reply, await (
    <ReceiptPage visit={await site.visit(request, reply, session ?? account?.session ?? null)} receipt={{ ...filed, ...(account && { recoveryCode: account.recoveryCode }) }} />
  ), 201);
}

async function showCheck(site: Site, request: FastifyRequest, reply: FastifyReply, session: Session | null, draft: HeldDraft, { values, errors, warning, status = 200 }: Shown = {}) {
  const { filing } = readFilingForm(draft.answers);
  const [places, preview] = await Promise.all([placesOf(site.core), previewOf(site.core, filing)]);

  return show(reply, await (
    <CheckPage
      visit={await site.visit(request, reply, session)} isSignal={filing.tier === 'local'} summary={summaryOf(filing, places.nameOf)} preview={preview}
      names={[filing.author, ...filing.others].map(({ name }) => name)} values={values} errors={errors} warning={warning}
    />
  ), status);
}

/** Who would be told, as far as the answers go: names and functions may still be missing, places and professions not. */
async function previewOf(core: Core, { tier, author: { contact: _, ...author }, others }: FilingBody): Promise<Preview | NoPreview> {
  const named = <Person extends { name: string; function: string }>(person: Person) => ({ ...person, name: person.name || '…', function: person.function || '…' });
  const [first, rest] = [named(author), others.map(named)];
  if (!Value.Check(PersonEntry, first) || !rest.every((one) => Value.Check(OtherEntry, one))) return 'incomplete';

  try {
    return await previewNotices(core, { tier, author: first, others: rest as OtherEntry[] }, fr.filing.notices.reference);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;

    return error.code === 'office-empty' ? 'unavailable' : 'incomplete';
  }
}

/** Of the check page's own form, only its own fields: answers come from the draft. Someone signed in makes no account. */
function checkedIn(body: FormBody, session: Session | null): FormBody {
  const own = ['consents.', ...(session ? [] : ['credentials.'])];

  return Object.fromEntries(Object.entries(body).filter(([name]) => own.some((start) => name.startsWith(start))));
}

/** A problem names fields with dots or as pointers; the account's stand under `credentials` in the form. */
function pointerOf(field: string): string {
  const path = field.replaceAll('.', '/').replace(/^\/+/, '');

  return ['passphrase', 'address'].includes(path) ? `/credentials/${path}` : path === 'name' ? '/author/name' : `/${path}`;
}
