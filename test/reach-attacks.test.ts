import t from 'tap';
import { proposeAppointment } from '../server/people/offices/propose-appointment.ts';
import { countersignMandate } from '../server/people/offices/countersign-mandate.ts';
import { findAccount } from '../server/people/offices/find-account.ts';
import { pendingShares, shareOfficeKey } from '../server/people/offices/office-keys.ts';
import { signMandate } from '../server/people/offices/sign-mandate.ts';
import { sessionOf } from './appoint.ts';
import { browser } from './browser.ts';
import type { Client } from './client.ts';
import { inMediation } from './documents-cast.ts';
import { answered, created, notifiedCases, opened, scene } from './mediation-cast.ts';
import { comeBack } from './territory.ts';

type Party = { party: string; isRepresented?: boolean };
type People = { parties: { isOwn: boolean; persons: string[] }[] };

const now = await scene(t);
const { house, town, amina, roussel, bloch } = now;
const { claire, omar, deputy, committee, administrator, registrar, offices } = town;

t.test('Amina, curious, does not learn who took up an invitation, nor does a link open anything once somebody has refused', async (t) => {
  const [id = ''] = await notifiedCases(now, 1);
  await house.superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  const parties = async (who: Client) => (await who.get(`/api/cases/${id}`)).json<{ parties: Party[] }>().parties;
  const people = async (who: Client) => (await who.get(`/api/cases/${id}/people`)).json<People>().parties;
  const [, ofRoussel, ofBloch] = await parties(claire);
  const toRoussel = await created(claire.post(`/api/cases/${id}/invitations`, { party: ofRoussel?.party, letter: 'Vous êtes invitée.' }));
  const toBloch = await created(claire.post(`/api/cases/${id}/invitations`, { party: ofBloch?.party, letter: 'Vous êtes invité.' }));
  const seen = async () => JSON.stringify([await parties(amina), await people(amina)]);

  const before = await seen();
  await created(roussel.post('/api/invitations/acceptance', { link: toRoussel['link'], code: toRoussel['code'] }));
  t.equal(await seen(), before);
  t.strictSame((await parties(claire)).map(({ isRepresented }) => isRepresented), [true, true, false], 'the mediator does');
  t.strictSame((await people(amina)).map(({ isOwn, persons }) => (isOwn ? persons[0] : persons.length)), [amina.person, 0, 0]);

  const proof = { link: toBloch['link'], code: toBloch['code'] };
  t.equal((await house.visitor().post('/api/invitations/opening', proof)).statusCode, 200);
  await created(roussel.post(`/api/cases/${id}/refusals`, {}));
  t.match(await answered(house.visitor().post('/api/invitations/opening', proof)), { status: 422, code: 'link-expired' });
  t.match(await answered(bloch.post('/api/invitations/acceptance', proof)), { status: 422, code: 'link-expired' });
  const left = await house.superuser`select 1 from key_grant where case_id = ${id} and recipient_kind = 'invitation'`;
  t.equal(left.length, 0, 'and no key is sealed to it any more');
});

t.test('Before all have signed, or agreed to more time, a party knows how many have and not which', async (t) => {
  const { id, parties: [, ofRoussel], helene } = await inMediation(now);
  const at = (path: string) => `/api/cases/${id}/${path}`;
  const { extension } = await created(helene.post(at('extensions'), { dueOn: '2026-09-01' }));
  const { agreement } = await created(helene.post(at('agreements'), { text: 'Les plannings paraissent trente jours avant.', recommendations: 'Revoir dans trois mois.' }));
  const told = async (who: Client, list: 'extensions' | 'agreements') => (await who.get(at(list))).json<Record<string, Record<string, unknown>[]>>()[list]?.at(-1);
  const sign = (who: Client) => created(who.post(at('agreement-signature'), { agreement, passphrase: who.account.passphrase }));
  const extend = (who: Client) => created(who.post(at(`extensions/${String(extension)}/consents`), { dueOn: '2026-09-01' }));

  for (const act of [sign, extend]) await act(roussel);
  t.match(await told(amina, 'agreements'), { signed: 1, signedBy: { length: 0 } });
  t.match(await told(amina, 'extensions'), { consented: 1, consentedBy: { length: 0 } });
  t.match(await told(roussel, 'agreements'), { signedBy: [ofRoussel] }, 'her own');
  t.match(await told(helene, 'agreements'), { signedBy: [ofRoussel] });
  t.match(await told(helene, 'extensions'), { consentedBy: [ofRoussel] });
  for (const one of [amina, bloch]) for (const act of [extend, sign]) await act(one);
  t.match(await told(amina, 'agreements'), { signed: 3, signedBy: { length: 3 } });
  t.match(await told(amina, 'extensions'), { consented: 3, consentedBy: { length: 3 } });
});

t.test('A party who becomes deputy of the office where their case lies does not read the other’s account when the mediator leaves it', async (t) => {
  const { id, parties: [ofAmina, ofRoussel] } = await inMediation(now);
  await created(roussel.post(`/api/cases/${id}/texts`, { kind: 'account', subject: ofRoussel, text: 'CE QUE MME ROUSSEL CONFIE.' }));
  for (const one of [administrator, registrar]) await one.signIn();
  const mandate = await proposeAppointment(house.core, await sessionOf(house, administrator), {
    person: amina.person, office: offices.regional, role: 'deputy', certified: true, gender: null, establishment: null, validFrom: house.clock.now().toISOString().slice(0, 10), validTo: '2027-12-01',
  });
  await signMandate(house.core, await sessionOf(house, amina), mandate, amina.account.passphrase);
  await countersignMandate(house.core, await sessionOf(house, registrar), mandate, registrar.account.passphrase);
  for (const one of [claire, amina]) await comeBack(house, one);
  const holder = await sessionOf(house, claire);
  for (const { officeKey, person } of await pendingShares(house.core, holder)) await shareOfficeKey(house.core, holder, officeKey, person);

  await created(claire.post(`/api/cases/${id}/recusal`, {}));
  for (const one of [deputy, omar, ...committee, roussel, bloch, amina]) await comeBack(house, one);
  for (const kind of ['identity', 'account']) {
    t.strictSame([...new Set((await opened(amina, id, kind))?.map(({ subject }) => subject))], [ofAmina], `her own ${kind} alone`);
    t.ok((await opened(deputy, id, kind))?.some(({ subject }) => subject === ofRoussel), `the other deputy reads every ${kind}`);
  }
  t.notMatch((await amina.post('/api/searches', { words: 'Roussel' })).body, id, 'nor does a search open it');
});

t.test('An administrator who tries addresses is counted, and every look-up is in the journal', async (t) => {
  await administrator.signIn();
  const session = await sessionOf(house, administrator);
  const entries = async () => Number((await house.superuser`select count(*) as entries from journal_entry`)[0]?.['entries']);
  const before = await entries();
  t.equal(await findAccount(house.core, session, bloch.account.address), bloch.person);
  await t.rejects(findAccount(house.core, session, 'personne@exemple.fr'), { code: 'invalid-body' });
  t.ok((await entries()) >= before + 2);
  const few = { ...house.core, attemptLimits: { ...house.core.attemptLimits, 'find-account': { account: 1, seconds: 86_400 } } as typeof house.core.attemptLimits & object };
  await t.rejects(findAccount(few, session, bloch.account.address), { code: 'too-many' });
});

t.test('A day of the year zero is a mistake of whoever types it, not a fault of the service', async (t) => {
  const { id, helene } = await inMediation(now);
  t.match(await answered(helene.post(`/api/cases/${id}/meetings`, { kind: 'plenary', heldOn: '0000-01-01', text: 'Une rencontre.' })), { status: 400, code: 'invalid-body' });
  const page = await browser(house, helene).submit(`/dossiers/${id}/reunion-pleniere`, { 'heldOn.day': '1', 'heldOn.month': '1', 'heldOn.year': '0000', text: 'Une rencontre.' });
  t.equal(page.statusCode, 422);
});
