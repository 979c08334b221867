import type { FastifyReply, FastifyRequest } from 'fastify';
import { Value } from 'typebox/value';
import { fileRequest } from '../mediation/file-request.ts';
import { RequestBody } from '../mediation/request-body.ts';
import type { Session } from '../core.ts';
import type { App } from '../instance.ts';
import { listDepartments, listEstablishments } from '../people/directory.ts';
import { enrolled, prepareEnrolment } from '../people/enrol.ts';
import { giveCookie } from '../plugins/session.ts';
import { Problem } from '../problems.ts';
import type { FieldError } from './components/field.tsx';
import type { SelectGroup } from './components/select.tsx';
import { readFilingForm, type FilingForm } from './forms/file-request-form.ts';
import { explainFilingErrors } from './forms/filing-errors.ts';
import type { FormBody } from './forms/form-body.ts';
import { FileRequestPage } from './pages/file-request.tsx';
import { ReceiptPage } from './pages/receipt.tsx';
import { show, type Site } from './site.ts';

const reflectionDays = 3;

type Shown = Partial<Pick<FilingForm, 'values'>> & { errors?: readonly FieldError[]; isExpired?: boolean; status?: number };

/** Filing as one page: shown, sent back with what is missing, or filed and answered by a receipt. */
export function filing(app: App, site: Site): void {
  const anyone = { config: { policy: { act: 'file', who: 'anyone' } }, schema: { hide: true } } as const;

  app.get('/demande', anyone, async (request, reply) => showForm(site, request, reply, await site.visitor(request)));

  app.post<{ Body: FormBody }>('/demande', anyone, async (request, reply) => {
    const session = await site.visitor(request);
    const form = readFilingForm(request.body);
    if (!site.isFresh(request, request.body)) return showForm(site, request, reply, session, { ...form, isExpired: true, status: 422 });
    if (form.wantsMore) return showForm(site, request, reply, session, form);

    const pointers = Value.Errors(RequestBody, form.filing).map(({ instancePath }) => instancePath);
    const errors = explainFilingErrors([...form.wrong, ...pointers]);
    if (errors.length > 0 || !Value.Check(RequestBody, form.filing)) return showForm(site, request, reply, session, { ...form, errors, status: 422 });
    if (!session && !form.filing.credentials) return showForm(site, request, reply, session, { ...form, status: 422 });

    try {
      return await file(site, request, reply, session, form.filing);
    } catch (error) {
      if (!(error instanceof Problem) || !error.facts.errors) throw error;
      const wrong = explainFilingErrors(error.facts.errors.map(({ field }) => pointerOf(field)));

      return showForm(site, request, reply, session, { ...form, errors: wrong, status: 422 });
    }
  });
}

async function file(site: Site, request: FastifyRequest<{ Body: FormBody }>, reply: FastifyReply, session: Session | null, filing: RequestBody) {
  const { core, config } = site;
  const { credentials, ...body } = filing;
  const enrolment = credentials && !session ? await prepareEnrolment(core, { name: body.author.name, ip: request.ip, address: credentials.address, passphrase: credentials.passphrase, isShared: credentials.shared }) : null;
  await site.useOnce(request.body);
  const filed = await fileRequest(core, enrolment ? { enrolment } : { session: session as Session }, body);
  const account = enrolment ? enrolled(enrolment) : null;
  if (account) giveCookie(reply, config, account.token);

  return show(reply, await (
    <ReceiptPage
      visit={site.visit(request, reply, session ?? account?.session ?? null)}
      receipt={{
        number: filed.reference, filedAt: new Date(filed.receivedAt), zone: filed.zone,
        acknowledgedBy: noon(filed.acknowledgedBy), noticesFrom: noon(filed.noticesFrom), ...(account && { recoveryCode: account.recoveryCode }),
      }}
    />
  ), 201);
}

async function showForm(site: Site, request: FastifyRequest, reply: FastifyReply, session: Session | null, { values, errors, isExpired, status = 200 }: Shown = {}) {
  const establishments = await byDepartment(site);

  return show(reply, await (
    <FileRequestPage visit={site.visit(request, reply, session)} establishments={establishments} reflectionDays={reflectionDays} values={values} errors={errors} isExpired={isExpired} />
  ), status);
}

async function byDepartment({ core }: Site): Promise<SelectGroup[]> {
  const [establishments, departments] = await Promise.all([listEstablishments(core), listDepartments(core)]);

  return departments
    .map(({ code, name }) => ({ label: `${name} (${code})`, options: establishments.filter(({ department }) => department === code).map(({ id, name: text }) => ({ value: id, label: text })) }))
    .filter(({ options }) => options.length > 0);
}

/** A problem names fields with dots or as pointers; the account's stand under `credentials` in the form. */
function pointerOf(field: string): string {
  const path = field.replaceAll('.', '/').replace(/^\/+/, '');

  return ['passphrase', 'address'].includes(path) ? `/credentials/${path}` : path === 'name' ? '/author/name' : `/${path}`;
}

/** A local day as an instant that falls on it wherever it is shown. */
function noon(day: string | null): Date {
  return new Date(`${day ?? '1970-01-01'}T12:00:00Z`);
}
