import { endingMandates } from '../../policies/ending-mandates.ts';
import type { App } from '../instance.ts';
import { listDepartments } from '../people/directory.ts';
import { listSchemes } from '../people/list-schemes.ts';
import { listAppointments, type AppointmentFacts } from '../people/offices/list-appointments.ts';
import { listCompositions } from '../people/offices/list-compositions.ts';
import { listOffices } from '../people/offices/list-offices.ts';
import { officeKinds, openablePlaces } from '../people/offices/openable-places.ts';
import { pendingShares } from '../people/offices/pending-shares.ts';
import { ownRoles, type OwnRole } from '../people/own-roles.ts';
import { registrableBy } from '../people/register-scheme.ts';
import { listSettings } from '../people/settings.ts';
import { Problem } from '../problems.ts';
import { countersignMandateForm } from './administration/countersign-mandate.tsx';
import { openOfficeForm } from './administration/open-office.ts';
import { proposeAppointmentForm } from './administration/propose-appointment.ts';
import { registerSchemeForm } from './administration/register-scheme.ts';
import { relieveForm } from './administration/relieve.tsx';
import { setSettingForm } from './administration/set-setting.ts';
import { shareKeyForm } from './administration/share-key.tsx';
import { signMandateForm } from './administration/sign-mandate.tsx';
import { formRoutes } from './form-page.tsx';
import { officeNames } from './office-name.ts';
import { AdministrationPage } from './pages/administration/home.tsx';
import { OpeningPage } from './pages/administration/opening.tsx';
import { RetentionPage } from './pages/administration/retention.tsx';
import { SettingsPage } from './pages/administration/settings.tsx';
import { SchemesPage } from './pages/schemes.tsx';
import { schemeQuery } from './schemes.tsx';
import { show, type Site } from './site.ts';
import { fr } from './words/fr.ts';

/** How long ahead a mandate's end is told [I]: an appointment takes four hands. */
const ahead = 90 * 86_400_000;

const forms = [openOfficeForm, proposeAppointmentForm, signMandateForm, countersignMandateForm, relieveForm, shareKeyForm, setSettingForm, registerSchemeForm];

/** « Administration »: what waits for whoever appoints, registers or shares keys; settings; the register of local schemes. */
export function administration(app: App, site: Site): void {
  const { core } = site;
  const own = (act: string) => ({ config: { policy: { act, who: 'session' } }, schema: { hide: true } }) as const;
  formRoutes(app, site, forms);

  app.get('/administration', own('list-appointments'), async (request, reply) => {
    const { session } = request;
    const [roles, offices, appointments, shares, nameOf] = await Promise.all([ownRoles(core, session), listOffices(core, session), listAppointments(core, session), pendingShares(core, session), officeNames(core)]);
    if (!administers(roles) && appointments.length === 0) throw new Problem('not-found');

    const watched = isAdministrator(roles) ? { ending: endingOf(appointments, core.clock()), compositions: await listCompositions(core, session) } : undefined;

    return show(reply, await (<AdministrationPage visit={await site.desk(request, reply)} roles={roles} offices={offices} appointments={appointments} shares={shares} watched={watched} nameOf={nameOf} />));
  });

  app.get('/administration/reglages', own('read-directory'), async (request, reply) => {
    const roles = await ownRoles(core, request.session);
    if (!administers(roles)) throw new Problem('not-found');

    return show(reply, await (<SettingsPage visit={await site.desk(request, reply)} settings={await listSettings(core)} mayDecide={isAdministrator(roles)} />));
  });

  app.get('/administration/conservation', own('read-directory'), async (request, reply) => {
    const roles = await ownRoles(core, request.session);
    if (!administers(roles)) throw new Problem('not-found');

    return show(reply, await (<RetentionPage visit={await site.desk(request, reply)} settings={await listSettings(core)} mayDecide={isAdministrator(roles)} />));
  });

  app.get('/administration/services/ouverture', own('open-office'), async (request, reply) => {
    const open = await openablePlaces(core, request.session, officeKinds);

    return show(reply, await (<OpeningPage visit={await site.desk(request, reply)} kinds={open.map(({ kind }) => kind)} />));
  });

  app.get<{ Querystring: Record<string, unknown> }>('/administration/dispositifs', own('register-scheme'), async (request, reply) => {
    const [all, theirs, departments] = await Promise.all([listSchemes(core), registrableBy(core, request.session), listDepartments(core)]);
    if (theirs.size === 0) throw new Problem('not-found');
    const edit = ({ establishment, name }: { establishment: string; name: string }) => ({ href: `/administration/dispositifs/${establishment}`, text: fr.administration.edit(name) });

    return show(reply, await (
      <SchemesPage
        visit={await site.desk(request, reply)} title={fr.administration.schemesTitle} address="/administration/dispositifs" back="/administration" query={schemeQuery(request.query)}
        departments={departments} schemes={all.filter(({ establishment }) => theirs.has(establishment))} edit={edit}
      />
    ));
  });
}

/** Of the appointments one sees, those in force that end soon. */
function endingOf(appointments: readonly AppointmentFacts[], now: Date) {
  const inForce = appointments.filter(({ state, validFrom, validTo }) => state === 'in-force' && validFrom <= now && validTo > now);

  return endingMandates(inForce.map((one) => ({ ...one, place: one.office, office: one.office.id })), new Date(now.getTime() + ahead));
}

function isAdministrator(roles: readonly OwnRole[]): boolean {
  return roles.some(({ role }) => role === 'administrator');
}

/** Whose menu has it. */
function administers(roles: readonly OwnRole[]): boolean {
  return roles.some(({ role }) => role === 'administrator' || role === 'registrar' || role === 'secretary' || role === 'mediator');
}
