import t from 'tap';
import { departments, establishments, faculties, functionHolders, schools } from '../db/seed/directory.ts';
import { offices, territories } from '../db/seed/territories.ts';
import { bodyRules, compositionWarnings } from '../policies/charter/body.ts';
import { referrerCompetent } from '../policies/charter/competence.ts';
import type { Party } from '../policies/charter/facts.ts';
import type { Referral, Signatory } from '../policies/charter/referrers.ts';
import { noOpenExclusion, personInScope } from '../policies/charter/scope.ts';
import type { Category } from '../policies/charter/words.ts';
import type { Client } from './client.ts';
import { answered, consentedCases, created, later, opened, scene } from './mediation-cast.ts';
import { comeBack, requestBody, valmont } from './territory.ts';

/** The cases by which the institution would know its service (domain 9.6), in its own words; by the API where a deed exists. */

const placed = (list: readonly { id: string; name: string }[], name: string) => list.find((one) => one.name === name)?.id ?? '';
const [saintAubin, rocheSalvan, foyer, lagonMalama] = ['Centre hospitalier de Saint-Aubin-sur-Vière', 'Centre hospitalier de Roche-Salvan', 'Foyer départemental de Pierrefontel', 'Hôpital de Lagon-Malama'].map((name) => placed(establishments, name)) as [string, string, string, string];
const faculty = placed(faculties, 'Faculté de santé de Valmont');
const school = placed(schools, 'Institut de formation paramédicale de Valmont');
const holderOf = (held: string, place: string) => functionHolders.find((one) => one.function === held && one.establishmentId === place);

const now = await scene(t, { members: 3 });
const { house, town, amina, roussel, bloch } = now;
const { claire, omar, nadia, committee } = town;
const [helene, , fatou] = committee as [Client, Client, Client];

const body = requestBody();
const [manager] = body.others;
const nurse = { ...body.author, establishment: saintAubin };
const doctor = { name: 'Dr Varga', function: 'Praticien hospitalier', profession: 'hospital-practitioner', establishment: saintAubin };

t.test('1. Nurse v. cadre, same CH, conciliation failed: party may refer; notice to director only.', async (t) => {
  t.strictSame(await told(nurse, { ...manager, establishment: saintAubin }), ['director sent']);
});

t.test('2. PU-PH v. intern, CHU: notice to director, CME president, dean. Director alone cannot refer for them; CME president + director jointly can; dean can.', async (t) => {
  const professor = { name: 'Pr Arnaud', function: 'PU-PH', profession: 'teaching-hospital-staff', establishment: valmont.id, faculty };
  const intern = { name: 'Léna Roy', function: 'Interne', profession: 'intern', establishment: valmont.id, faculty };
  t.strictSame(await told(professor, intern), ['cme-president sent', 'dean sent', 'director sent']);

  const parties = [party('teaching-hospital', valmont.id, { facultyId: faculty }), party('intern', valmont.id, { facultyId: faculty })];
  const [director, president, dean] = [signatory('director', valmont.id), signatory('cme-president', valmont.id), signatory('dean', faculty)];
  t.match(refer('regional', director, parties), { ok: false, because: 'joint-signature-needed' });
  t.match(refer('regional', president, parties, [director]), { ok: true });
  t.match(refer('regional', dean, parties), { ok: true });
});

t.test('3. Student nurse on placement: placement director + school head.', async (t) => {
  const student = { name: 'Sacha Petit', function: 'Étudiante infirmière', profession: 'paramedical-student', establishment: rocheSalvan, placement: valmont.id, school };
  t.strictSame(await told(student, manager), ['director sent', 'school-head sent']);
  t.match(refer('regional', signatory('school-head', school), [party('paramedical-student', rocheSalvan, { placementEstablishmentId: valmont.id, schoolId: school })]), { ok: true });
});

t.test('4. Director of hospital v. practitioner: CNG or ARS DG may refer; director is party *and* recipient: hold rule.', async (t) => {
  const director = { name: holderOf('director', saintAubin)?.name ?? '', function: 'Directeur', profession: 'director', establishment: saintAubin };
  t.strictSame(await told(doctor, director), ['cme-president sent', 'director held']);

  const parties = [party('director', saintAubin), party('hospital-practitioner', saintAubin)];
  t.match(refer('regional', { capacity: 'cng', personKey: 'cng' }, parties), { ok: true });
  t.match(refer('regional', { capacity: 'ars', personKey: 'ars', regionCode: '84' }, parties), { ok: true });
});

t.test('5. Two practitioners in two CH of one GHT: in scope; both directors and both CME presidents.', async (t) => {
  t.strictSame(await told(doctor, { ...doctor, name: 'Dr Keller', establishment: rocheSalvan }), ['cme-president sent', 'cme-president sent', 'director sent', 'director sent']);
});

t.test('6. Social establishment (foyer): prefect may refer; ARS may not.', async (t) => {
  const educators = [party('socio-educational', foyer), party('socio-educational', foyer)];
  t.match(refer('regional', { capacity: 'prefect', personKey: 'prefect', departmentCode: '26' }, educators), { ok: true });
  t.match(refer('regional', { capacity: 'ars', personKey: 'ars', regionCode: '84' }, educators), { ok: false });
});

t.test('7. Agent returning from long leave: purpose 2°, one party allowed, no illness detail stored.', async (t) => {
  const filed = { ...body, purpose: 'return', others: [] };
  t.match(await created(amina.post('/api/requests', filed)), { tier: 'regional' });
  t.match(await answered(amina.post('/api/requests', { ...filed, purpose: 'dispute' })), { status: 422, code: 'purpose-missing' }, 'a dispute takes two');
  for (const field of ['illness', 'absence', 'reason']) t.match(await answered(amina.post('/api/requests', { ...filed, [field]: 'dépression' })), { status: 400 }, `there is no place for ${field}`);
});

t.test('8. Dispute with disciplinary procedure open: inadmissible now, may return when closed.', async (t) => {
  const id = await acknowledged({ ...body, exclusions: ['disciplinary-procedure'] });
  await claire.post(`/api/cases/${id}/charge`, {});
  await created(claire.post(`/api/cases/${id}/inadmissibility`, { reason: 'open-exclusion', letter: 'Revenez quand la procédure sera close.' }));
  t.match((await amina.get(`/api/cases/${id}`)).json(), { state: 'inadmissible', outcome: 'excluded_procedure_pending' });
  t.match(await opened(amina, id, 'letters'), [{ text: 'Revenez quand la procédure sera close.' }]);

  const procedure = { exclusion: 'disciplinary-procedure', openedOn: '2026-01-10', closedOn: '2026-04-01' } as const;
  t.match(noOpenExclusion([procedure], '2026-03-02'), { ok: false, mayReturn: true });
  t.match(noOpenExclusion([procedure], '2026-04-01'), { ok: true });
  t.match(await created(amina.post('/api/requests', body)), { tier: 'regional' }, 'a new request is received');
});

t.test('9. Party writes to the national mediator: rerouted, told why.', async (t) => {
  const before = await requests();
  t.match(await answered(amina.post('/api/requests', { ...body, tier: 'national' })), { status: 422, code: 'referrer-not-competent' });
  t.match((await amina.post('/api/requests', { ...body, tier: 'national' })).json<{ detail: string }>().detail, /médiateur régional/);
  t.equal(await requests(), before, 'and nothing is counted');
});

t.test('10. Regional mediation failed: the party cannot escalate to the national level; the regional mediator may (CNG too, for practitioners and directors).', async (t) => {
  const id = await acknowledged(body);
  await claire.post(`/api/cases/${id}/charge`, {});
  await created(amina.post(`/api/cases/${id}/request-withdrawal`, {}));
  const ground = { ground: 'withdrawn-by-a-party' };
  t.match(await answered(amina.post(`/api/cases/${id}/referral`, ground)), { status: 422, code: 'referrer-not-competent' });
  t.match(await answered(nadia.post(`/api/cases/${id}/referral`, ground)), { status: 404 });
  await created(claire.post(`/api/cases/${id}/referral`, ground));

  const failed = { regionalCase: { territoryId: territories[0]?.id ?? '', succeeded: false } };
  t.match(refer('national', { capacity: 'cng', personKey: 'cng' }, [party('hospital-practitioner', valmont.id), party('director', valmont.id)], [], failed), { ok: true });
  t.match(refer('national', { capacity: 'cng', personKey: 'cng' }, [party('paramedical', valmont.id)], [], failed), { ok: false });
});

t.test('11. Party challenges twice: second refused, explained.', async (t) => {
  const [{ id } = { id: '' }] = await consentedCases(now, 1);
  await created(claire.post(`/api/cases/${id}/designations`, { delegates: [helene.person] }));
  await created(bloch.post(`/api/cases/${id}/challenge`, { delegate: helene.person }));
  await created(claire.post(`/api/cases/${id}/designations`, { delegates: [fatou.person] }));
  t.match((await bloch.post(`/api/cases/${id}/challenge`, { delegate: fatou.person })).json(), { status: 422, code: 'challenge-used', detail: /une fois/ });
});

t.test('12. 8 days end on Sunday: still due; calendar days.', async (t) => {
  const saturday = new Date('2026-05-09T08:00:00Z');
  house.clock.set(saturday);
  await signAllIn();
  const { acknowledgedBy } = await created(amina.post('/api/requests', body));
  t.equal(acknowledgedBy, '2026-05-17');
  t.equal(new Date(`${acknowledgedBy as string}T12:00:00Z`).getUTCDay(), 0);
});

t.test('13. Consent of A on day 1, B on day 20: clock from day 20.', async (t) => {
  const id = await acknowledged({ ...body, others: [manager] });
  await claire.post(`/api/cases/${id}/charge`, {});
  const { item } = await created(claire.post(`/api/cases/${id}/object`, { text: 'Les plannings de nuit.' }));
  await created(amina.post(`/api/cases/${id}/object/agreement`, { item }));
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  const { parties } = (await claire.get(`/api/cases/${id}`)).json<{ parties: { party: string }[] }>();
  const { link, code } = await created(claire.post(`/api/cases/${id}/invitations`, { party: parties[1]?.party ?? '', letter: 'Vous êtes invitée à une médiation.' }));
  await created(roussel.post('/api/invitations/acceptance', { link, code }));

  house.clock.set(new Date('2026-06-01T09:00:00Z'));
  await signAllIn();
  const consent = (who: Client) => created(who.post(`/api/cases/${id}/consents`, { textVersion: 'mediation-1', litigation: 'none' }));
  t.match(await consent(amina), { state: 'consent_requested' });
  house.clock.set(new Date('2026-06-20T09:00:00Z'));
  await signAllIn();
  t.match(await consent(roussel), { state: 'consented' });
  const { deadlines } = (await amina.get(`/api/cases/${id}`)).json<{ deadlines: { rule: string; dueOn: string }[] }>();
  t.strictSame(deadlines.filter(({ rule }) => rule === 'agreement').map(({ dueOn }) => dueOn), ['2026-09-20']);
});

t.test('14. Outre-mer (Wallis): territory Outre-mer, body of 6, secretariat at ARS Nouvelle-Aquitaine.', async (t) => {
  const overseas = territories.find(({ code }) => code === 'outre-mer')?.id ?? '';
  await town.administrator.signIn();
  await town.registrar.signIn();
  const office = await town.office({ tier: 'regional', territory: overseas });
  const moana = await town.appoint('Moana Tuilagi', office, 'mediator', { certified: true });
  await comeBack(house, moana);
  const { case: id, zone } = await created(amina.post('/api/requests', { ...body, author: { ...nurse, establishment: lagonMalama } }));
  t.equal(zone, 'Pacific/Wallis');
  t.equal((await moana.get(`/api/cases/${id as string}`)).statusCode, 200);
  t.equal((await claire.get(`/api/cases/${id as string}`)).statusCode, 404);
  t.equal(bodyRules.overseas.size, 6);
  t.match(offices.find(({ territoryId }) => territoryId === overseas)?.secretariat.name, /ARS Nouvelle-Aquitaine/);
});

t.test('15. Private clinic nurse, or self-employed nurse: out of scope; orient.', async (t) => {
  t.match(personInScope({ workplace: 'private', standing: 'staff' }), { ok: false, orientation: 'private-employer-routes' });
  t.match(personInScope({ workplace: 'self-employed', standing: 'staff' }), { ok: false, orientation: 'ambulatory-routes' });
  t.match(await redirected('person-out-of-scope'), /n’entre pas dans ce champ/);
});

t.test('16. Ten members 6 women, 4 men: composition warning.', async (t) => {
  const seats = Array.from({ length: 10 }, (_, rank) => ({ gender: rank < 6 ? ('woman' as const) : ('man' as const), zone: null }));
  t.same(compositionWarnings(seats, bodyRules.ordinary), [{ code: 'parity', found: 6, expected: 5 }]);
});

t.test('17. Companion without commitment: not admitted.', async (t) => {
  house.clock.set(new Date('2026-10-05T09:00:00Z'));
  await signAllIn();
  const [{ id, parties } = { id: '', parties: [''] }] = await consentedCases(now, 1);
  await created(claire.post(`/api/cases/${id}/designations`, { delegates: [helene.person] }));
  for (const one of [amina, roussel, bloch]) await created(one.post(`/api/cases/${id}/challenge-waiver`, {}));
  await created(helene.post(`/api/cases/${id}/beginning`, {}));
  const { companion } = await created(amina.post(`/api/cases/${id}/companions`, { name: 'Jeanne Tissot', link: 'collègue' }));
  const meeting = { kind: 'interview', party: parties[0], heldOn: '2026-10-09', text: 'Entretien.', companions: [companion] };
  t.match(await answered(helene.post(`/api/cases/${id}/meetings`, meeting)), { status: 422, code: 'commitment-missing' });
  await created(helene.post(`/api/cases/${id}/companions/${companion as string}/commitment`, { committedOn: '2026-10-09' }));
  await created(helene.post(`/api/cases/${id}/meetings`, meeting));
});

t.test('18. Patient’s family: redirected to commission des usagers / médiateur R. 1112-91.', async (t) => {
  t.match(personInScope({ workplace: 'public-health', standing: 'patient-or-family' }), { ok: false, orientation: 'users-commission' });
  t.match(await redirected('patients-or-families'), /commission des usagers.*médiateur médecin ou non médecin/);
});

async function requests(): Promise<number> {
  return (await house.superuser`select 1 from case_file`).length;
}

async function signAllIn(): Promise<void> {
  for (const one of now.everybody) await comeBack(house, one);
}

async function acknowledged(filing: Record<string, unknown>): Promise<string> {
  const { case: id } = await created(amina.post('/api/requests', filing));
  await omar.post(`/api/cases/${id as string}/acknowledgement`, {});

  return id as string;
}

/** Whom the secretary tells that a request between these two exists. */
async function told(author: object, other: object | undefined): Promise<string[]> {
  const id = await acknowledged({ ...body, author: { ...author, contact: body.author.contact }, others: [other] });
  await later(now, 4);
  const { notices } = (await created(omar.post(`/api/cases/${id}/notices`, {}))) as { notices: { function: string; state: string }[] };

  return notices.map((one) => `${one.function} ${one.state}`).sort();
}

/** The answer that the secretary's reason gives the requester. */
async function redirected(reason: string): Promise<string> {
  const id = await acknowledged(body);
  await created(omar.post(`/api/cases/${id}/redirection`, { reason }));

  return (await amina.get(`/api/cases/${id}`)).json<{ told: { text: string }[] }>().told[0]?.text ?? '';
}

function refer(tier: Referral['tier'], referrer: Signatory, parties: Party[], cosigners: Signatory[] = [], more: Partial<Referral> = {}) {
  const places = establishments.map((one) => ({ ...one, regionCode: departments.find(({ code }) => code === one.departmentCode)?.regionCode ?? '' }));

  return referrerCompetent({ tier, referrer, parties, cosigners, establishments: places, regionalCase: null, ...more });
}

function signatory(capacity: 'director' | 'cme-president' | 'dean' | 'school-head', establishmentId: string): Signatory {
  return { capacity, establishmentId, personKey: holderOf(capacity, establishmentId)?.personKey ?? '' };
}

function party(category: Category, establishmentId: string, more: Partial<Party> = {}): Party {
  return { id: `${category} of ${establishmentId}`, personKeys: [category], categories: [category], establishmentId, placementEstablishmentId: null, facultyId: null, schoolId: null, ...more };
}
