import { randomBytes, randomUUID } from 'node:crypto';
import t from 'tap';
import { establishments, faculties } from '../db/seed/directory.ts';
import type { InstitutionalCapacity } from '../policies/charter/words.ts';
import { runJobs } from '../server/jobs.ts';
import { signAct } from '../server/vault/act.ts';
import { sessionOf } from './appoint.ts';
import type { Client } from './client.ts';
import { answered, created, keysOf, opened, scene } from './mediation-cast.ts';
import { comeBack, requestBody, valmont } from './territory.ts';

const now = await scene(t);
const { house, town, amina } = now;
const { claire, omar, deputy, nadia } = town;

const otherHospital = establishments.find(({ name }) => name === 'CHU de Tolvenne')?.id ?? '';
const foyer = establishments.find(({ name }) => name === 'Foyer départemental de Pierrefontel')?.id ?? '';
const faculty = faculties.find(({ town: place }) => place === 'Valmont')?.id ?? '';

const at = async (name: string, capacity: InstitutionalCapacity, place?: string) => {
  const office = await town.office({ tier: 'institution', capacity, ...(place !== undefined && { place }) });

  return town.appoint(name, office, 'referrer');
};
const director = await at('Adèle Bastidoux', 'director', valmont.id);
const president = await at('Norbert Esquerrel', 'cme-president', valmont.id);
const otherDirector = await at('Inès Carnavin', 'director', otherHospital);
const otherPresident = await at('Raoul Zallimard', 'cme-president', otherHospital);
const doyenne = await at('Katell Fontbrisse', 'dean', faculty);
const ars = await at('Damien Garrivault', 'ars', '84');
const otherArs = await at('Lilian Hestremont', 'ars', '75');
const prefect = await at('Élodie Isambreuil', 'prefect', '26');
const cng = await at('Solveig Jolivarre', 'cng');
const ministers = await at('Gwenaëlle Nervillac', 'ministers');

const person = (name: string, profession: string, change: Record<string, unknown> = {}) => ({ name, function: 'Soignant', profession, establishment: valmont.id, ...change });
const nurse = person('Amina Benali', 'nurse');
const manager = person('Sylvie Roussel', 'health-manager');
const practitioner = person('Étienne Bloch', 'hospital-practitioner');
const professor = person('Claude Renard', 'teaching-hospital-staff', { faculty });
const intern = person('Marc Tellier', 'intern', { faculty });

function referral(capacity: InstitutionalCapacity, parties: readonly unknown[], change: Record<string, unknown> = {}) {
  const { account, priorStep, purpose, exclusions, consents } = requestBody();

  return { tier: 'regional', capacity, purpose, parties, account, priorStep, exclusions, consents, ...change };
}

const refer = (who: Client, body: Record<string, unknown>) => who.post('/api/institutional-referrals', body);
const propose = (who: Client, body: Record<string, unknown>) => who.post('/api/referral-proposals', body);

t.test('an office of an institution is named after what it is, and needs its place', async (t) => {
  const open = (body: Record<string, unknown>) => answered(town.administrator.post('/api/offices', { tier: 'institution', ...body }));
  t.match(await open({ capacity: 'director', place: valmont.id }), { status: 409 }, 'one of each');
  for (const wrong of [{ capacity: 'dean', place: valmont.id }, { capacity: 'cme-president', place: foyer }, { capacity: 'ars', place: 'xx' }, { capacity: 'prefect', place: '84x' }, { capacity: 'director' }, { capacity: 'cng', place: '84' }, { capacity: 'director', place: 'ici' }]) {
    t.match(await open(wrong), { status: 400 }, JSON.stringify(wrong));
  }
});

t.test('the director alone refers for non-medical staff, and sees nothing between receipt and end', async (t) => {
  const sent = await created(refer(director, referral('director', [nurse, manager])));
  const id = sent['case'] as string;
  t.match(sent, { tier: 'regional', acknowledgedBy: '2026-03-10' });
  t.match((await opened(director, id))?.map(({ compartment }) => compartment), ['account'], 'until somebody takes charge, what they wrote');
  t.equal((await director.get('/api/cases')).json<{ total: number }>().total, 0, 'the case is not one of theirs');
  t.equal((await omar.get(`/api/cases/${id}`)).statusCode, 200);
  await seesNothing(t, director, id);

  await omar.post(`/api/cases/${id}/acknowledgement`, {});
  await done(claire.post(`/api/cases/${id}/charge`, {}));
  t.equal(await opened(director, id), undefined, 'then nothing');
  t.equal(await keysOf(house, id, director.person), 0, 'and no key is left');
  t.ok((await opened(claire, id, 'account'))?.some(({ text }) => text.includes('plannings')), 'the mediator has the account');
  await seesNothing(t, director, id);
  const before = (await director.get('/api/referrals/sent')).json<{ referrals: Record<string, unknown>[] }>().referrals;
  t.match(before, [{ case: id, capacity: 'director', acknowledgedAt: /^2026-03-02/, endedAt: null }]);
  t.strictSame(Object.keys(before[0] ?? {}).sort(), ['acknowledgedAt', 'capacity', 'case', 'endedAt', 'receivedAt', 'reference', 'tier'], 'three dates and what they sent');

  const { item } = await created(claire.post(`/api/cases/${id}/object`, { text: 'Les plannings de nuit.' }));
  t.ok(item);
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  const { parties } = (await claire.get(`/api/cases/${id}`)).json<{ parties: { party: string }[] }>();
  const { link, code } = await created(claire.post(`/api/cases/${id}/invitations`, { party: parties[0]?.party, letter: 'Vous êtes invitée.' }));
  await created(amina.post('/api/invitations/acceptance', { link, code }));
  t.notOk((await opened(amina, id))?.some(({ compartment, subject }) => compartment === 'account' && subject === null), 'a party does not read what the institution wrote');
  await seesNothing(t, director, id);
  await created(amina.post(`/api/cases/${id}/refusals`, {}));
  t.match((await director.get('/api/referrals/sent')).json(), { referrals: [{ case: id, endedAt: /^2026-03-02/ }] }, 'the neutral end');
  t.strictSame((await amina.get('/api/referrals/sent')).json(), { referrals: [] });

  await done(claire.post(`/api/cases/${id}/recusal`, {}));
  t.equal(await opened(director, id), undefined, 'what was taken in charge once does not come back to them');
});

t.test('who is not competent is told why', async (t) => {
  const expect = async (who: Client, body: Record<string, unknown>, code: string, status = 422) => t.match(await answered(refer(who, body)), { status, code }, `${String(body['capacity'])}: ${code}`);
  await expect(otherDirector, referral('director', [nurse, manager]), 'referrer-not-competent');
  await expect(director, referral('director', [practitioner, nurse]), 'cosigner-missing');
  await expect(president, referral('cme-president', [practitioner, intern]), 'cosigner-missing');
  await expect(president, referral('cme-president', [nurse, manager]), 'referrer-not-competent');
  await expect(otherArs, referral('ars', [nurse, manager]), 'referrer-not-competent');
  await expect(cng, referral('cng', [nurse, manager]), 'referrer-not-competent');
  await expect(doyenne, referral('dean', [practitioner, nurse]), 'referrer-not-competent');
  await expect(director, referral('director', [nurse, manager], { tier: 'national' }), 'referrer-not-competent');
  await expect(cng, referral('cng', [practitioner, nurse], { tier: 'national' }), 'regional-not-ended');
  await expect(director, referral('director', [nurse]), 'purpose-missing');
  await expect(director, referral('director', [nurse, person('X', 'nurse', { establishment: randomUUID() })]), 'person-out-of-scope');
  // A capacity that is not one's own does not exist, whatever else one holds.
  await expect(director, referral('cme-president', [practitioner, nurse]), 'not-found', 404);
  for (const who of [claire, omar, nadia, amina, town.administrator, town.registrar]) await expect(who, referral('director', [nurse, manager]), 'not-found', 404);
});

t.test('domain 9.6, case 2: a professor and an intern of the university hospital', async (t) => {
  t.match(await answered(refer(director, referral('director', [professor, intern]))), { status: 422, code: 'cosigner-missing' }, 'the director alone cannot');
  const preview = (who: Client, parties: readonly unknown[]) => who.post('/api/referral-previews', referral('director', parties));
  t.match((await preview(director, [professor, intern])).json(), { second: { name: 'Norbert Esquerrel', capacity: 'cme-president' } }, 'and is told who else must');
  t.strictSame((await preview(director, [nurse, manager])).json(), { second: null });
  t.equal((await preview(president, [nurse, manager])).statusCode, 404, 'in a function of their own only');
  await created(refer(doyenne, referral('dean', [professor, intern])));
  const { proposal } = await created(propose(president, referral('cme-president', [professor, intern])));
  await created(director.post(`/api/referral-proposals/${proposal}/signature`, {}));
});

t.test('domain 9.6, case 4: the director of a hospital and a practitioner', async (t) => {
  const parties = [person('Adèle Bastidoux', 'director'), practitioner];
  await created(refer(cng, referral('cng', parties)));
  await created(refer(ars, referral('ars', parties)));
  const { case: id } = await created(refer(cng, referral('cng', parties, { tier: 'national', override: 'impartiality' })));
  t.match(await house.superuser`select override, capacity from request where case_id = ${id as string}`, [{ override: 'impartiality', capacity: 'cng' }], 'the override is on record');
  t.equal((await nadia.get(`/api/cases/${id}`)).statusCode, 200);
  t.equal((await claire.get(`/api/cases/${id}`)).statusCode, 404);
  t.match(await created(refer(ministers, referral('ministers', [nurse, manager], { tier: 'national' }))), { tier: 'national' }, 'the ministers, at any time');
});

t.test('domain 9.6, case 6: a social establishment', async (t) => {
  const parties = [person('A', 'socio-educational', { establishment: foyer }), person('B', 'socio-educational', { establishment: foyer })];
  t.match(await answered(refer(ars, referral('ars', parties))), { status: 422, code: 'referrer-not-competent' });
  await created(refer(prefect, referral('prefect', parties)));
});

t.test('with one signature there is no case, nor any trace of one', async (t) => {
  const before = await caseTables();
  const { proposal, expiresAt } = await created(propose(director, referral('director', [practitioner, nurse])));
  t.match(expiresAt, /^2026-04-01/);
  t.strictSame(await caseTables(), before, 'no row in any table of cases, no signed act');
  for (const who of [claire, deputy, omar, nadia, otherDirector, otherPresident, town.administrator, amina]) {
    t.strictSame((await who.get('/api/referral-proposals')).json(), { proposals: [] });
    t.equal((await who.get(`/api/referral-proposals/${proposal}`)).statusCode, 404);
    t.match(await answered(who.post(`/api/referral-proposals/${proposal}/signature`, {})), { status: 404 });
    t.match(await answered(who.post(`/api/referral-proposals/${proposal}/refusal`, {})), { status: 404 });
  }
  t.match(await answered(director.post(`/api/referral-proposals/${proposal}/signature`, {})), { status: 404 }, 'nobody signs twice');
  t.match((await director.get(`/api/referral-proposals/${proposal}`)).json(), { isMine: true, withName: 'Norbert Esquerrel', withCapacity: 'cme-president', referral: { account: { whatHappened: /plannings/ } } }, 'the first hand reads it again');
  t.match((await president.get(`/api/referral-proposals/${proposal}`)).json(), { isMine: false, with: director.person, state: 'open', referral: { capacity: 'director', parties: [{ name: 'Étienne Bloch' }, {}] } });

  house.clock.pass(24 * 60);
  await comeBack(house, president);
  await comeBack(house, director);
  const sent = await created(president.post(`/api/referral-proposals/${proposal}/signature`, {}));
  t.match(sent, { receivedAt: /^2026-03-03/, acknowledgedBy: '2026-03-11' }, 't0 is the second signature');
  const id = sent['case'] as string;
  for (const who of [director, president]) {
    t.match((await who.get('/api/referrals/sent')).json<{ referrals: { case: string }[] }>().referrals.filter((one) => one.case === id), [{ endedAt: null }], 'both authors follow it');
    await seesNothing(t, who, id);
  }
  t.match([...(await house.superuser`select state, sealed from referral_proposal where id = ${proposal as string}`)], [{ state: 'cosigned', sealed: null }], 'what was proposed is forgotten');
  t.equal((await house.superuser`select from referral_proposal_key where proposal_id = ${proposal as string}`).length, 0);
  t.match(await answered(president.post(`/api/referral-proposals/${proposal}/signature`, {})), { status: 409 });
  await comeBack(house, claire);
  await done(claire.post(`/api/cases/${id}/charge`, {}));
  t.ok((await opened(claire, id, 'account'))?.some(({ text }) => text.includes('plannings')));
  t.equal(await opened(president, id), undefined);
});

t.test('the first hand may withdraw a proposal until the second has signed', async (t) => {
  const { proposal } = await created(propose(director, referral('director', [practitioner, nurse])));
  for (const who of [president, await back(otherDirector), await back(claire)]) t.match(await answered(who.post(`/api/referral-proposals/${proposal}/withdrawal`, {})), { status: 404 }, 'nobody else');
  t.equal((await director.post(`/api/referral-proposals/${proposal}/withdrawal`, {})).statusCode, 204);
  t.strictSame(await leftOf(String(proposal)), { state: 'withdrawn', sealed: null, keys: 0 });
  for (const answer of ['signature', 'refusal']) t.match(await answered(president.post(`/api/referral-proposals/${proposal}/${answer}`, {})), { status: 409, code: 'wrong-state' });
  t.match(await answered(director.post(`/api/referral-proposals/${proposal}/withdrawal`, {})), { status: 409, code: 'wrong-state' });

  const { proposal: signed } = await created(propose(director, referral('director', [practitioner, nurse])));
  await created(president.post(`/api/referral-proposals/${signed}/signature`, {}));
  t.match(await answered(director.post(`/api/referral-proposals/${signed}/withdrawal`, {})), { status: 409, code: 'wrong-state' }, 'too late');
});

t.test('a proposal may be declined, and lapses', async (t) => {
  const { proposal } = await created(propose(president, referral('cme-president', [practitioner, intern])));
  t.equal((await director.post(`/api/referral-proposals/${proposal}/refusal`, {})).statusCode, 204);
  t.match((await president.get('/api/referral-proposals')).json<{ proposals: { proposal: string; state: string }[] }>().proposals.find((one) => one.proposal === proposal), { state: 'declined' });
  t.match(await answered(president.get(`/api/referral-proposals/${proposal}`)), { status: 422, code: 'key-missing' }, 'and is forgotten');
  t.match(await answered(director.post(`/api/referral-proposals/${proposal}/signature`, {})), { status: 409, code: 'wrong-state' });

  const { proposal: late } = await created(propose(president, referral('cme-president', [practitioner, intern])));
  const { proposal: open } = await created(propose(await back(otherDirector), referral('director', [person('C', 'hospital-practitioner', { establishment: otherHospital }), person('D', 'nurse', { establishment: otherHospital })])));
  await house.superuser`update referral_proposal set expires_at = expires_at + interval '60 days' where id = ${open as string}`;
  await runJobs(house.core);
  t.match(await leftOf(String(late)), { state: 'open', keys: 2 }, 'not before its day');
  house.clock.pass(31 * 24 * 60);
  for (const who of [president, director, town.administrator]) await comeBack(house, who);
  t.match(await answered(director.post(`/api/referral-proposals/${late}/signature`, {})), { status: 409, code: 'wrong-state' });
  t.match((await director.get('/api/referral-proposals')).json<{ proposals: { proposal: string; state: string }[] }>().proposals.find((one) => one.proposal === late), { state: 'expired' });

  await runJobs(house.core);
  t.strictSame(await leftOf(String(late)), { state: 'expired', sealed: null, keys: 0 }, 'nothing of its text remains, nor any key');
  t.match(await leftOf(String(open)), { state: 'open', keys: 2 }, 'and nothing else was touched');
  t.match((await president.get('/api/referral-proposals')).json<{ proposals: { proposal: string; state: string }[] }>().proposals.find((one) => one.proposal === late), { state: 'expired' });
});

t.test('a first hand whose mandate has ended no longer counts, nor one whose signature was changed', async (t) => {
  const { proposal } = await created(propose(await back(otherDirector), referral('director', [person('C', 'hospital-practitioner', { establishment: otherHospital }), person('D', 'nurse', { establishment: otherHospital })])));
  await back(otherPresident);
  await house.superuser`update referral_proposal set signature = ${randomBytes(64)} where id = ${proposal as string}`;
  t.match(await answered(otherPresident.post(`/api/referral-proposals/${proposal}/signature`, {})), { status: 422, code: 'signatures-missing' });
  const { proposal: second } = await created(propose(otherDirector, referral('director', [person('C', 'hospital-practitioner', { establishment: otherHospital }), person('D', 'nurse', { establishment: otherHospital })])));
  const [mandate] = await house.superuser<{ id: string }[]>`select id from mandate where person_id = ${otherDirector.person}`;
  t.equal((await town.administrator.post(`/api/appointments/${mandate?.id}/relief`, {})).statusCode, 204);
  t.match(await answered(otherPresident.post(`/api/referral-proposals/${second}/signature`, {})), { status: 422, code: 'cosigner-missing' });
  t.match(await answered(propose(otherPresident, referral('cme-president', [person('C', 'hospital-practitioner', { establishment: otherHospital }), person('D', 'nurse', { establishment: otherHospital })]))), { status: 422, code: 'cosigner-missing' }, 'nobody holds the other function any more');
});

t.test('without the second signature, rows alone open nothing to anybody', async (t) => {
  for (const who of [director, president, claire, amina]) await back(who);
  const joint = async () => {
    const { proposal } = await created(propose(director, referral('director', [practitioner, nurse])));

    return (await created(president.post(`/api/referral-proposals/${proposal}/signature`, {})))['case'] as string;
  };
  const [whole, torn, claimed] = [await joint(), await joint(), await joint()];
  await house.superuser`alter table act disable trigger all`;
  await house.superuser`delete from act where case_id = ${torn} and kind = 'cosign'`;
  for (const id of [whole, torn]) await claire.post(`/api/cases/${id}/charge`, {});
  t.ok((await opened(claire, whole, 'account'))?.length);
  t.strictSame(await opened(claire, torn, 'account'), [], 'what one hand sealed in the name of two is left shut');

  // Somebody else's row, and an act of theirs, in the place of the second hand's.
  const stranger = await sessionOf(house, amina);
  const act = { id: randomUUID(), kind: 'cosign', caseId: claimed, subject: null, compartment: null, previous: null, at: house.clock.now() };
  await house.superuser`insert into act (id, kind, case_id, at, author_id, certificate_id, signature) values (${act.id}, 'cosign', ${claimed}, ${act.at}, ${amina.person}, ${stranger.certificate}, ${signAct(stranger, house.core.secrets.deployment.id, act)})`;
  await house.superuser`update request set author_id = ${amina.person} where case_id = ${claimed}`;
  await house.superuser`update co_signature set person_id = ${amina.person} where case_id = ${claimed}`;
  await house.superuser`update case_file set keys_due = true where id = ${claimed}`;
  await back(claire);
  t.equal(await keysOf(house, claimed, amina.person), 0, 'a planted co-signature brings no key');
  t.notOk((await opened(amina, claimed))?.length, 'and opens no text');
  t.equal((await amina.get(`/api/cases/${claimed}`)).statusCode, 404);
});

t.test('somebody who directs two establishments says for which they refer', async (t) => {
  await back(president);
  t.match(await created(refer(await back(director), referral('director', [nurse, manager]))), { tier: 'regional' }, 'whoever has one place need not name it');
  const { proposal: earlier } = await created(propose(director, referral('director', [practitioner, nurse])));
  await back(town.administrator);
  const [{ office }] = await house.superuser<[{ office: string }]>`select office_id as office from mandate where person_id = ${director.person} and role = 'referrer'`;
  await town.appointAlso(director, office, 'referrer');
  t.match(await created(refer(director, referral('director', [nurse, manager]))), { tier: 'regional' }, 'a mandate renewed before it ends is no second place');
  await town.appointAlso(director, await town.office({ tier: 'institution', capacity: 'director', place: foyer }), 'referrer');
  const atFoyer = [person('Rose Vauclin', 'nurse', { establishment: foyer }), person('Luc Amblard', 'nurse', { establishment: foyer })];

  t.match((await refer(director, referral('director', atFoyer))).json(), { status: 400, code: 'invalid-body', errors: [{ field: 'place' }] });
  t.match(await answered(refer(director, referral('director', atFoyer, { place: valmont.id }))), { status: 422, code: 'referrer-not-competent' }, 'nobody there is of the first');
  t.match(await answered(refer(director, referral('director', atFoyer, { place: otherHospital }))), { status: 404 }, 'nor is any other theirs');
  t.match(await created(refer(director, referral('director', atFoyer, { place: foyer }))), { tier: 'regional' });

  t.match((await president.get(`/api/referral-proposals/${earlier}`)).json(), { referral: { place: valmont.id } }, 'what was signed before names the place held then');
  const joint = referral('director', [practitioner, nurse], { place: valmont.id });
  t.match((await director.post('/api/referral-previews', joint)).json(), { second: { name: 'Norbert Esquerrel' } });
  const { proposal } = await created(propose(director, joint));
  t.match((await president.get(`/api/referral-proposals/${proposal}`)).json(), { referral: { place: valmont.id } });
  t.match(await created(president.post(`/api/referral-proposals/${proposal}/signature`, {})), { tier: 'regional' }, 'judged for the place of both');
});

t.test('a director named by a row is none', async (t) => {
  await back(prefect);
  await house.superuser`update office set capacity = 'director', establishment_id = ${valmont.id}, department_code = null where capacity = 'prefect'`;
  t.match(await answered(refer(prefect, referral('director', [nurse, manager]))), { status: 404 }, 'the office’s id says what it is');
});

/** What the tables still hold of a proposal. */
async function leftOf(proposal: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await house.superuser<Record<string, unknown>[]>`select state, sealed, (select count(*)::int from referral_proposal_key k where k.proposal_id = p.id) as keys from referral_proposal p where id = ${proposal}`;

  return row && { ...row };
}

/** Whoever signed in some days ago signs in again. */
async function back(who: Client): Promise<Client> {
  await comeBack(house, who);

  return who;
}

/** Every address of the API that names a case gives this person nothing of it, nor of the time between receipt and end. */
async function seesNothing(t: Pick<Tap, 'equal' | 'ok'>, who: Client, id: string): Promise<void> {
  const { parties } = (await house.superuser<{ parties: string[] }[]>`select array_agg(id::text) as parties from party where case_id = ${id}`)[0] ?? { parties: [] };
  const ids: Record<string, string> = { case: id, notice: randomUUID(), entry: randomUUID(), proposal: randomUUID(), link: 'A'.repeat(27) };
  const routes = house.app.routed.filter(({ method, url }) => method === 'GET' && url.startsWith('/api/'));
  t.ok(routes.length > 15);
  for (const { url } of routes) {
    const given = await who.get(`${url.replace(/:(\w+)/g, (_, name: string) => ids[name] ?? randomUUID())}${url.endsWith('/export') ? '?format=json' : ''}`);
    // What they wrote themselves is theirs to read again until the case is taken in charge.
    if (url.includes(':case') && !/\/(texts|documents)$/.test(url)) t.equal(given.statusCode, 404, url);
    if (url !== '/api/referrals/sent') t.ok(!given.body.includes(id) && !parties.some((party) => url !== '/api/cases/:case/texts' && given.body.includes(party)), `${url} does not name it`);
  }
}
type Tap = typeof t;

/** How many rows every table of cases has, and the acts. */
async function caseTables(): Promise<Record<string, number>> {
  const names = (await house.superuser<{ name: string }[]>`select table_name as name from information_schema.columns where table_schema = 'public' and column_name = 'case_id' and table_name not in ('referral_proposal', 'reading')`).map(({ name }) => name).concat('case_file', 'referral');
  const counts: [string, number][] = [];
  for (const name of names.toSorted()) counts.push([name, (await house.superuser<{ n: number }[]>`select count(*)::int as n from ${house.superuser(name)}`)[0]?.n ?? -1]);

  return Object.fromEntries(counts);
}

/** An answer that must be a success. */
async function done(answer: ReturnType<Client['post']>): Promise<void> {
  const { statusCode, body } = await answer;
  if (statusCode >= 300) throw new Error(`${statusCode} ${body}`);
}
