import t from 'tap';
import { verifyAttestation, type Attestation } from '../server/vault/attestation.ts';
import { fromBase64url } from '../server/vault/bytes.ts';
import type { Client } from './client.ts';
import { testCore } from './core.ts';
import { openTerritory, valmont } from './territory.ts';
import { agreeAll, agreeOn, file, joinAll, stateOf, tablesHolding, texts } from './tiers.ts';

type Signed = { attestation: Attestation; signature: { certificate: string; ed25519: string } };

const house = await testCore(t);
const { yves, localDeputy, claire, nadia } = await openTerritory(house, { members: 0, nationalMembers: 0 });
const [amina, roussel, bloch] = [await house.person('Amina Benali'), await house.person('Sylvie Roussel'), await house.person('Étienne Bloch')];
const stranger = await house.person('Une inconnue');
const parties = { amina, roussel, bloch };
const letter = 'La médecine du travail vous recevra, voici comment la joindre.';

async function underway(): Promise<string> {
  const id = await file(amina, 'local', 'Depuis le printemps les nuits changent la veille.');
  await yves.post(`/api/cases/${id}/charge`);
  await agreeOn(house, id, yves, amina);
  await yves.post(`/api/cases/${id}/conciliation`);
  await joinAll(house, id, yves, parties);
  await agreeAll(house, id, parties);

  return id;
}


t.test('A conciliation is proposed only by whoever is in charge, and only once its object is agreed', async (t) => {
  const id = await file(amina, 'local', 'Rien ne va plus dans l’équipe de nuit.');
  const propose = (who: Client) => who.post(`/api/cases/${id}/conciliation`);

  t.equal((await propose(yves)).statusCode, 404, 'nobody is in charge yet');
  t.equal((await yves.post(`/api/cases/${id}/charge`)).statusCode, 200);
  t.match((await propose(yves)).json(), { status: 422, code: 'object-not-agreed' });
  await agreeOn(house, id, yves, amina);
  for (const other of [amina, localDeputy, claire, nadia, stranger, roussel]) t.equal((await propose(other)).statusCode, 404);

  const [one, two] = await Promise.all([propose(yves), propose(await yves.elsewhere())]);
  t.strictSame([one.statusCode, two.statusCode].sort(), [201, 409], 'two at once: one proposes, the other is told');
  t.equal(await stateOf(amina, id), 'consent_requested');
  const facts = (await amina.get(`/api/cases/${id}`)).json<{ deadlines: { rule: string; dueOn: string; metAt: string | null }[] }>();
  t.ok(facts.deadlines.find(({ rule }) => rule === 'local-proposal')?.metAt, 'the clock of the proposal has stopped');
  t.equal(facts.deadlines.find(({ rule }) => rule === 'consent-answer')?.dueOn, '2026-03-17', 'fifteen days');
});

t.test('A conciliator who asks for himself does not take charge of it: his colleague does', async (t) => {
  const id = await file(yves, 'local', 'Je suis moi-même en conflit avec mon service.');
  t.match((await yves.post(`/api/cases/${id}/charge`)).json(), { status: 422, code: 'conflict-declared' });
  t.equal((await localDeputy.post(`/api/cases/${id}/charge`)).statusCode, 200);
});

t.test('He meets them and offers a solution; a replaced text cannot be signed; the last signature settles', async (t) => {
  const canaries = ['aubergine minérale', 'pélican boréal'];
  const id = await underway();
  t.equal(await stateOf(bloch, id), 'in_conciliation');

  const meet = (who: Client, heldOn: string) => who.post(`/api/cases/${id}/conciliation/meetings`, { heldOn, minutes: `Chacun a dit ce qui pèse : ${canaries[0]}.` });
  t.match((await meet(yves, '2026-03-09')).json(), { status: 400, code: 'invalid-body', errors: [{ field: 'heldOn' }] });
  t.equal((await meet(yves, '2026-03-02')).statusCode, 201);
  for (const other of [amina, localDeputy, claire, stranger]) t.equal((await meet(other, '2026-03-02')).statusCode, 404);
  for (const party of Object.values(parties)) t.match(await texts(party, id, 'conciliation'), [{ kind: 'minutes', text: /aubergine minérale/ }]);
  t.equal((await texts(localDeputy, id, 'conciliation')).length, 1, 'the deputy is the second holder of the local file');
  t.strictSame(await texts(localDeputy, id, 'account'), [], 'and of no account');

  const offer = (who: Client, text: string) => who.post(`/api/cases/${id}/conciliation/proposals`, { text });
  const sign = (who: Client, item: string, passphrase = who.account.passphrase) => who.post(`/api/cases/${id}/conciliation/signatures`, { item, passphrase });
  t.equal((await offer(amina, 'Je propose.')).statusCode, 404, 'only the conciliator proposes here');
  t.match((await sign(amina, stranger.person)).json(), { status: 404 }, 'nothing to sign yet');
  const first = (await offer(yves, 'Les plannings paraissent dix jours avant.')).json<{ item: string }>().item;
  t.equal((await sign(amina, first)).statusCode, 201);
  const second = (await offer(yves, `Les plannings paraissent quinze jours avant, ${canaries[1]}.`)).json<{ item: string; version: number }>();
  t.equal(second.version, 2);
  t.match((await sign(roussel, first)).json(), { status: 422, code: 'consent-outdated' });
  t.equal((await sign(roussel, second.item, 'ce n’est pas ma phrase')).statusCode, 401);
  for (const other of [yves, localDeputy, claire, stranger]) t.equal((await sign(other, second.item)).statusCode, 404);

  t.match((await sign(roussel, second.item)).json(), { state: 'in_conciliation', missing: 2 });
  t.match((await sign(roussel, second.item)).json(), { status: 409, code: 'acted-first' });
  const last = await Promise.all([sign(amina, second.item), sign(bloch, second.item)]);
  t.strictSame(last.map(({ statusCode }) => statusCode), [201, 201], 'two parties sign at once');
  t.equal(await stateOf(amina, id), 'agreed');
  t.equal((await sign(bloch, second.item)).statusCode, 409, 'it is over');
  t.equal((await yves.post(`/api/cases/${id}/conciliation/end`)).statusCode, 409);

  const attested = await yves.post(`/api/cases/${id}/conciliation/attestation`);
  t.match(attested.json(), { attestation: { outcome: 'agreed' } });
  t.strictSame(await tablesHolding(house, canaries), [], 'no text in clear in any table');
});

t.test('He ends without result and attests: each party holds the signed facts, and no content', async (t) => {
  const id = await underway();
  const end = (who: Client) => who.post(`/api/cases/${id}/conciliation/end`);
  const attest = (who: Client) => who.post(`/api/cases/${id}/conciliation/attestation`);
  t.equal((await attest(yves)).statusCode, 409, 'not before an end');
  for (const other of [amina, localDeputy, stranger]) t.equal((await end(other)).statusCode, 404);
  t.equal((await end(yves)).statusCode, 201);
  t.equal((await end(yves)).statusCode, 409);

  for (const other of [amina, localDeputy, claire, stranger]) t.equal((await attest(other)).statusCode, 404);
  const given = (await attest(yves)).json<Signed>();
  t.strictSame(given.attestation, { establishment: valmont.id, form: 'internal', from: '2026-03-02', to: '2026-03-02', outcome: 'failed', role: 'conciliator' });
  t.match((await attest(yves)).json(), { status: 409, code: 'acted-first' });

  for (const party of Object.values(parties)) {
    const [placed] = (await texts(party, id, 'account')).filter(({ kind }) => kind === 'attestation');
    t.strictSame(JSON.parse(placed?.text ?? '{}'), given, 'each party holds the same');
  }
  const [certificate] = await house.superuser<{ public_key: Uint8Array; person_id: string }[]>`select public_key, person_id from session_certificate where id = ${given.signature.certificate}`;
  const deployment = house.core.secrets.deployment.id;
  const signature = fromBase64url(given.signature.ed25519);
  t.equal(certificate?.person_id, yves.person);
  t.ok(verifyAttestation(new Uint8Array(certificate?.public_key ?? []), deployment, given.attestation, signature));
  for (const field of Object.keys(given.attestation)) {
    const changed = { ...given.attestation, [field]: field === 'establishment' ? stranger.person : 'autre' };
    t.notOk(verifyAttestation(new Uint8Array(certificate?.public_key ?? []), deployment, changed, signature), `${field} is signed`);
  }
});

t.test('The conciliator orients somebody elsewhere: a letter to her alone', async (t) => {
  const id = await file(amina, 'local', 'Je ne dors plus.');
  const orient = (who: Client, reason = 'occupational-health') => who.post(`/api/cases/${id}/conciliation/orientation`, { reason, letter });
  t.equal((await orient(yves)).statusCode, 404, 'not before taking charge');
  await yves.post(`/api/cases/${id}/charge`);
  t.equal((await orient(yves, 'other-territory')).statusCode, 400, 'a mediator’s reason is not a conciliator’s');
  for (const other of [amina, localDeputy, claire, stranger]) t.equal((await orient(other)).statusCode, 404);
  t.equal((await orient(yves)).statusCode, 201);
  t.equal((await orient(yves)).statusCode, 409);
  t.equal(await stateOf(amina, id), 'redirected');
  t.match(await texts(amina, id, 'letters'), [{ kind: 'orientation-occupational-health', text: letter }]);
  t.match((await amina.post(`/api/cases/${id}/withdrawal`)).json(), { status: 409, code: 'wrong-state' });
});

t.test('A party leaves without a reason; at the local tier it ends there', async (t) => {
  const id = await underway();
  for (const other of [yves, localDeputy, stranger]) t.equal((await other.post(`/api/cases/${id}/withdrawal`)).statusCode, 404);
  const leaving = await Promise.all([amina, roussel].map((party) => party.post(`/api/cases/${id}/withdrawal`)));
  t.strictSame(leaving.map(({ statusCode }) => statusCode).sort(), [201, 409], 'two at once');
  t.equal(await stateOf(bloch, id), 'ended');
  t.match((await yves.post(`/api/cases/${id}/conciliation/attestation`)).json(), { attestation: { outcome: 'failed' } });
});
