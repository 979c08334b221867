import { Type, type TSchema } from 'typebox';
import { institutionalCapacities } from '../../policies/charter/words.ts';
import { officeKeyUses, officeTiers, roles, type OfficeKeyUse } from '../../policies/vocabulary.ts';
import type { Core } from '../core.ts';
import type { App } from '../instance.ts';
import { listEndingMandates } from '../mediation/list-ending-mandates.ts';
import { countersignMandate } from '../people/offices/countersign-mandate.ts';
import { findAccount } from '../people/offices/find-account.ts';
import { listAppointments } from '../people/offices/list-appointments.ts';
import { listCompositions } from '../people/offices/list-compositions.ts';
import { listOffices } from '../people/offices/list-offices.ts';
import { officePlaces } from '../people/offices/office-places.ts';
import { openOffice } from '../people/offices/open-office.ts';
import { officeKinds, openablePlaces } from '../people/offices/openable-places.ts';
import { pendingShares } from '../people/offices/pending-shares.ts';
import { previewRelief } from '../people/offices/preview-relief.ts';
import { proposeAppointment } from '../people/offices/propose-appointment.ts';
import { relieve } from '../people/offices/relieve.ts';
import { shareOfficeKey } from '../people/offices/share-office-key.ts';
import { signMandate } from '../people/offices/sign-mandate.ts';
import { currentUndertaking, undertakingText } from '../people/offices/undertaking-text.ts';
import { closed, day, id, moment, oneOf, Refusal, text } from './shapes.ts';

const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()]);

const Role = oneOf(roles);
const Use = oneOf(Object.keys(officeKeyUses) as OfficeKeyUse[]);
const OfficeName = closed({ id: id(), tier: oneOf(officeTiers), code: Type.String() });
const NewOffice = Type.Union([
  closed({ tier: Type.Literal('local'), establishment: id() }),
  closed({ tier: Type.Literal('regional'), territory: id() }),
  closed({ tier: Type.Literal('national') }),
  closed({ tier: Type.Literal('institution'), capacity: oneOf(institutionalCapacities), place: Type.Optional(text(40)) }),
]);
const NewAppointment = closed({
  person: id(), role: Role, certified: Type.Boolean(), gender: orNull(oneOf(['woman', 'man'])), establishment: orNull(id()),
  validFrom: day(), validTo: day({ description: 'Le lendemain du dernier jour.' }),
});
const OfficesReply = closed({
  offices: Type.Array(closed({
    id: id(), tier: oneOf(officeTiers), code: Type.String(), place: Type.String(), territory: orNull(id()), establishment: orNull(id()), roles: Type.Array(Role), openKeys: Type.Array(Use),
  })),
});
const AppointmentsReply = closed({
  appointments: Type.Array(closed({
    id: id(), person: id(), name: Type.String(), office: OfficeName, role: Role, certified: Type.Boolean(), validFrom: moment(), validTo: moment(),
    state: oneOf(['nothing', 'proposed', 'signed', 'in-force', 'ended']), may: Type.Array(Type.String()),
  })),
});
const PendingReply = closed({
  shares: Type.Array(closed({
    officeKey: id(), office: OfficeName, use: Use, epoch: Type.Integer(), person: id(), name: Type.String(), role: Role,
    registrar: orNull(Type.String()), since: moment(),
  })),
});

const EndingReply = closed({ mandates: Type.Array(closed({ mandate: id(), person: id(), name: Type.String(), role: Role, validTo: moment(), casesInCharge: Type.Integer() })) });

const OpenableReply = closed({
  kinds: Type.Array(closed({ kind: Type.String(), places: Type.Array(closed({ id: Type.Union([Type.String(), Type.Null()]), name: Type.String() })) })),
});

const CompositionsReply = closed({
  compositions: Type.Array(closed({
    office: OfficeName, members: Type.Integer(), women: Type.Integer(), men: Type.Integer(), unstated: Type.Integer(),
    warnings: Type.Array(closed({ code: oneOf(['parity', 'size', 'zone']), found: Type.Integer(), expected: Type.Number() })),
  })),
});

const AppointmentParams = closed({ appointment: id() });
const Confirmed = closed({ passphrase: text(1024) });
const Created = closed({ id: id() });
const tags = ['services'];
const own = (act: string) => ({ policy: { act, who: 'session' } }) as const;
const answers = { '4xx': Refusal, '5xx': Refusal };

/** Offices and appointments, in the order in which a mandate comes about and ends; then the keys that members share. */
export function officeRoutes(app: App, core: Core): void {
  app.post('/api/offices', {
    config: own('open-office'), schema: { tags, summary: 'Ouvrir un service', body: NewOffice, response: { 201: Created, ...answers } },
  }, async (request, reply) => reply.code(201).send({ id: await openOffice(core, request.session, request.body) }));

  app.get('/api/offices', {
    config: own('list-offices'), schema: { tags, summary: 'Les services de ses mandats ; tous, pour l’administration', response: { 200: OfficesReply, ...answers } },
  }, async (request) => {
    const [offices, placeOf] = await Promise.all([listOffices(core, request.session), officePlaces(core)]);

    return { offices: offices.map((office) => ({ ...office, place: placeOf(office) })) };
  });

  app.post('/api/accounts/search', {
    config: own('find-account'),
    schema: { tags, summary: 'Le compte d’une adresse, pour l’administration qui propose une nomination', body: closed({ address: text(254) }), response: { 200: closed({ person: id() }), ...answers } },
  }, async (request) => ({ person: await findAccount(core, request.session, request.body.address) }));

  app.post('/api/offices/:office/appointments', {
    config: own('propose-appointment'),
    schema: { tags, summary: 'Proposer une nomination', description: 'Ne donne rien : la personne signe, puis un greffier contresigne.', params: closed({ office: id() }), body: NewAppointment, response: { 201: Created, ...answers } },
  }, async (request, reply) => reply.code(201).send({ id: await proposeAppointment(core, request.session, { ...request.body, ...request.params }) }));

  app.get('/api/appointments', {
    config: own('list-appointments'), schema: { tags, summary: 'Ses nominations, et celles que l’on peut contresigner ou relever', response: { 200: AppointmentsReply, ...answers } },
  }, async (request) => ({
    appointments: (await listAppointments(core, request.session)).map(({ validFrom, validTo, ...one }) => ({ ...one, validFrom: validFrom.toISOString(), validTo: validTo.toISOString() })),
  }));

  app.get('/api/undertaking', {
    config: { policy: { act: 'read-undertaking', who: 'anyone' } },
    schema: { tags, summary: 'L’engagement écrit de confidentialité à signer (décret, article 12)', response: { 200: closed({ version: Type.String(), text: Type.String() }), ...answers } },
  }, async () => ({ version: currentUndertaking, text: undertakingText(currentUndertaking) ?? '' }));

  app.post('/api/appointments/:appointment/signature', {
    config: own('sign-mandate'),
    schema: { tags, summary: 'Signer son mandat et l’engagement écrit', params: AppointmentParams, body: Confirmed, response: { 204: Type.Null(), ...answers } },
  }, async (request, reply) => {
    await signMandate(core, request.session, request.params.appointment, request.body.passphrase);

    return reply.code(204).send(null);
  });

  app.post('/api/appointments/:appointment/countersignature', {
    config: own('countersign-mandate'),
    schema: { tags, summary: 'Contresigner un mandat, comme greffier', description: 'Nul ne contresigne pour soi-même, ni ce qu’il a proposé.', params: AppointmentParams, body: Confirmed, response: { 204: Type.Null(), ...answers } },
  }, async (request, reply) => {
    await countersignMandate(core, request.session, request.params.appointment, request.body.passphrase);

    return reply.code(204).send(null);
  });

  app.post('/api/appointments/:appointment/relief', {
    config: own('relieve'), schema: { tags, summary: 'Mettre fin à un mandat, ou retirer une proposition', params: AppointmentParams, body: closed({}), response: { 204: Type.Null(), ...answers } },
  }, async (request, reply) => {
    await relieve(core, request.session, request.params.appointment);

    return reply.code(204).send(null);
  });

  app.get('/api/appointments/:appointment/relief', {
    config: own('preview-relief'), schema: { tags, summary: 'Ce que la fin d’un mandat laisserait sans titulaire : des nombres, aucun dossier', params: AppointmentParams, response: { 200: closed({ inCharge: Type.Integer(), leftToOne: Type.Integer() }), ...answers } },
  }, (request) => previewRelief(core, request.session, request.params.appointment));

  app.get('/api/offices/:office/ending-mandates', {
    config: own('list'), schema: { tags, summary: 'Les mandats qui s’achèvent sous trente jours et dont le titulaire a des dossiers en charge', params: closed({ office: id() }), response: { 200: EndingReply, ...answers } },
  }, async (request) => ({ mandates: await listEndingMandates(core, request.session, request.params.office) }));

  app.get('/api/offices/openable', {
    config: own('open-office'), schema: { tags, summary: 'Où un service de chaque sorte peut être ouvert et ne l’est pas encore', response: { 200: OpenableReply, ...answers } },
  }, async (request) => ({ kinds: await openablePlaces(core, request.session, officeKinds) }));

  app.get('/api/compositions', {
    config: own('list-compositions'), schema: { tags, summary: 'La composition des comités, et ses écarts : des nombres, qui n’arrêtent aucun dossier', response: { 200: CompositionsReply, ...answers } },
  }, async (request) => ({ compositions: await listCompositions(core, request.session) }));

  app.get('/api/office-keys/pending', {
    config: own('list-pending-shares'), schema: { tags, summary: 'Les membres qui attendent une clé que l’on détient', response: { 200: PendingReply, ...answers } },
  }, async (request) => ({ shares: (await pendingShares(core, request.session)).map(({ since, ...one }) => ({ ...one, since: since.toISOString() })) }));

  app.post('/api/office-keys/:key/shares', {
    config: own('share-office-key'),
    schema: { tags, summary: 'Remettre la clé d’un service à un membre, après vérification', params: closed({ key: id() }), body: closed({ person: id() }), response: { 204: Type.Null(), ...answers } },
  }, async (request, reply) => {
    await shareOfficeKey(core, request.session, request.params.key, request.body.person);

    return reply.code(204).send(null);
  });
}
