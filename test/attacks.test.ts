import { randomBytes, randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import t from 'tap';
import type { Session } from '../server/core.ts';
import { challenge } from '../server/mediation/challenge.ts';
import { fileRequest } from '../server/mediation/file-request.ts';
import { recuse } from '../server/mediation/recuse.ts';
import { reveal } from '../server/mediation/reveal.ts';
import { writeSummary } from '../server/mediation/write-summary.ts';
import { writeText } from '../server/mediation/write-text.ts';
import { openProfile } from '../server/people/profile.ts';
import { resumeSession } from '../server/people/resume-session.ts';
import { certificateBytes } from '../server/vault/certificate.ts';
import { signAct, type Act } from '../server/vault/act.ts';
import { idBytes } from '../server/vault/bytes.ts';
import { identityFrom } from '../server/vault/ed25519.ts';
import { EnvelopeError } from '../server/vault/envelope.ts';
import { sealGrants } from '../server/vault/grant.ts';
import { keyPairFrom } from '../server/vault/seal.ts';
import { newSession, openBundle, sealBundle } from '../server/vault/session-bundle.ts';
import { openPassphraseSlot, openRecoverySlot, type Slot } from '../server/vault/slots.ts';
import type { ShredKeys } from '../server/vault/shred.ts';
import { testCore } from './core.ts';
import { affair } from './worlds/affair.ts';
import { alarmsOf } from './worlds/alarms.ts';
import { arrive, cast, playerOf, sessionOf, type Player } from './worlds/cast.ts';
import { asMould, copyOf, type Copy } from './worlds/copies.ts';
import { requestOf } from './worlds/moves/record.ts';
import { copyCase, robbed } from './worlds/thief.ts';

const house = await testCore(t);
const people = await cast(house);
const story = await affair(house, people);
await asMould(house);
const deployment = house.core.secrets.deployment.id;
const { amina, sylvie, claire, omar, delegate, challenged, seated } = story;
const { stranger } = people;

t.test('a superuser adds an enrolled stranger to the delegates and forges a room: nobody seals anything to them, or there', async (t) => {
  const copy = await copyFor(t);
  const { superuser, core } = copy;
  const theirs = await sessionOf(core, stranger);
  await appointByRow(superuser, copy.clock.now(), stranger.id);
  await superuser`insert into designation (id, case_id, person_id, certified, act_id, at) values (${randomUUID()}, ${story.id}, ${stranger.id}, true, ${randomUUID()}, ${copy.clock.now()})`;
  const key = new Uint8Array(randomBytes(32));
  const room = await forgeRoom(copy, theirs, key);

  for (const player of [claire, amina, delegate]) {
    await superuser`update case_file set keys_due = true where id = ${story.id}`;
    await arrive(core, await sessionOf(core, player));
  }
  const sealedTo = await superuser`select from key_grant where recipient_id = ${stranger.id} and case_id = ${story.id} union all select from ring_key where person_id = ${stranger.id} and case_id = ${story.id}`;
  t.equal(sealedTo.length, 0, 'no key went to the stranger');
  const inRoom = await superuser`select from key_grant where compartment_id = ${room.compartment} and grantor_id <> ${stranger.id} union all select from ring_key where compartment_id = ${room.compartment}`;
  t.equal(inRoom.length, 0, 'no key of a real holder came to the forged room, and none was taken from it');
  await t.rejects(writeText(core, await sessionOf(core, amina), story.id, { kind: 'room', subject: null, as: 'message', text: 'Y a-t-il quelqu’un ?' }), { code: 'key-missing' });
  t.strictSame(await reveal(core, theirs, story.id), [], 'the rows are theirs, and open nothing');

  const alarms = await alarmsOf(superuser, deployment, house.root);
  t.ok(alarms.some(({ act, person }) => act === 'entitlement-refused' && person === stranger.id), 'the journal names the stranger');
  t.ok(alarms.some(({ act, person }) => act === 'entitlement-refused' && person === delegate.id), 'and whoever is said to have opened the room');
  t.ok((await textsOf(copy, delegate)).includes('Depuis la désignation.'), 'who really holds reads on');
});

t.test('a stranger signs a request on a case that exists, and a row says they are a party: nothing is sealed to them', async (t) => {
  const copy = await copyFor(t);
  const { superuser, core, clock } = copy;
  const theirs = await sessionOf(core, stranger);
  const claim = { id: randomUUID(), kind: 'file', caseId: story.id, subject: new Uint8Array([...idBytes(story.ownParty), ...randomBytes(16)]), compartment: null, previous: null, at: clock.now() };
  await plantAct(superuser, theirs, claim);
  await superuser`insert into representative (id, case_id, party_id, person_id, act_id, since) values (${randomUUID()}, ${story.id}, ${story.ownParty}, ${stranger.id}, ${claim.id}, ${claim.at})`;

  await everybodyArrives(copy);
  t.equal((await superuser`select from key_grant where recipient_id = ${stranger.id}`).length, 0, 'no key went to the stranger');
  t.ok((await alarmsOf(superuser, deployment, house.root)).some(({ act, person }) => act === 'entitlement-refused' && person === stranger.id), 'and the journal names them');
});

t.test('a stranger opens the next epoch of a caucus with a key of theirs: nobody writes under it', async (t) => {
  const copy = await copyFor(t);
  const { superuser, core, clock } = copy;
  const theirs = await sessionOf(core, stranger);
  const [caucus] = await superuser<{ id: string; number: string }[]>`select k.id, max(e.number) as number from compartment k join epoch e on e.compartment_id = k.id where k.case_id = ${story.id} and k.kind = 'caucus' and k.subject = ${story.ownParty} group by k.id`;
  const opening = { id: randomUUID(), kind: 'open-epoch', caseId: story.id, subject: null, compartment: caucus?.id ?? '', previous: null, at: clock.now() };
  await plantAct(superuser, theirs, opening);
  await superuser`update epoch set closed_at = ${clock.now()} where compartment_id = ${opening.compartment} and closed_at is null`;
  await superuser`insert into epoch (id, case_id, compartment_id, number, audience, act_id, opened_by, opened_at) values (${randomUUID()}, ${story.id}, ${opening.compartment}, ${Number(caucus?.number) + 1}, 'mediation', ${opening.id}, ${stranger.id}, ${clock.now()})`;

  await t.rejects(writeText(core, await sessionOf(core, amina), story.id, { kind: 'caucus', subject: story.ownParty, as: 'message', text: 'Sous quelle clé ?' }), { code: 'key-missing' });
  await everybodyArrives(copy);
  t.ok((await alarmsOf(superuser, deployment, house.root)).some(({ act, person }) => act === 'entitlement-refused' && person !== undefined), 'the journal says so');
});

t.test('the key of another use stands in for the one that opens accounts: nothing is sealed to it', async (t) => {
  const copy = await copyFor(t);
  const { superuser, core } = copy;
  await superuser`update office_key k set statement_digest = r.statement_digest from office_key r where k.use = 'request' and r.use = 'register' and r.office_id = k.office_id`;
  const { case: filed } = await fileRequest(core, { session: await sessionOf(core, amina) }, requestOf('regional'));
  const sealed = await superuser`select from key_grant g join compartment k on k.id = g.compartment_id where k.case_id = ${filed} and k.kind = 'account'`;
  t.equal(sealed.length, 0, 'the account waits for a key that proves itself');
  const identities = await superuser`select from key_grant g join compartment k on k.id = g.compartment_id where k.case_id = ${filed} and k.kind = 'identity' and g.recipient_kind = 'office'`;
  t.ok(identities.length > 0, 'the true key of the register serves');
});

t.test('grants exchanged between two persons open nothing to either, and the journal says so', async (t) => {
  const copy = await copyFor(t);
  const epoch = await epochOf(copy, 'account', delegate.id);
  await forgetRings(copy, [delegate.id, challenged.id]);
  const before = await copy.superuser`select recipient_id, enc, ciphertext, signature, grantor_id, certificate_id, act_id, created_at from key_grant where epoch_id = ${epoch} and recipient_id in (${delegate.id}, ${challenged.id})`;
  t.equal(before.length, 2);
  for (const [mine, other] of [[before[0], before[1]], [before[1], before[0]]]) {
    await copy.superuser`update key_grant set ${copy.superuser({ enc: other?.['enc'], ciphertext: other?.['ciphertext'], signature: other?.['signature'], created_at: other?.['created_at'] })} where epoch_id = ${epoch} and recipient_id = ${mine?.['recipient_id']}`;
  }
  await refusesAll(t, copy, [delegate, challenged], epoch);
});

t.test('a grant given to somebody else, inserted again under another name, opens nothing', async (t) => {
  const copy = await copyFor(t);
  const epoch = await epochOf(copy, 'account', delegate.id);
  await forgetRings(copy, [challenged.id]);
  await copy.superuser`delete from key_grant where epoch_id = ${epoch} and recipient_id = ${challenged.id}`;
  await copy.superuser`
    insert into key_grant (id, case_id, compartment_id, epoch_id, recipient_kind, recipient_id, grantor_id, act_id, enc, ciphertext, certificate_id, signature, created_at)
    select gen_random_uuid(), case_id, compartment_id, epoch_id, recipient_kind, ${challenged.id}, grantor_id, act_id, enc, ciphertext, certificate_id, signature, created_at
    from key_grant where epoch_id = ${epoch} and recipient_id = ${delegate.id}`;
  await refusesAll(t, copy, [challenged], epoch);
});

t.test('a grant signed by the administrator, who never held the key, is refused', async (t) => {
  const copy = await copyFor(t);
  const epoch = await epochOf(copy, 'account', delegate.id);
  await forgetRings(copy, [delegate.id]);
  const [row] = await copy.superuser<{ compartment_id: string; number: string; act_id: string }[]>`select compartment_id, number, act_id from epoch where id = ${epoch}`;
  const administrator = await sessionOf(copy.core, playerOf(people.administrator));
  await replaceGrant(copy, administrator, epoch, { compartment: row?.compartment_id ?? '', number: Number(row?.number), act: row?.act_id ?? '' }, delegate, new Uint8Array(randomBytes(32)));
  await refusesAll(t, copy, [delegate], epoch);
});

t.test('the keys of a recused member and of a challenged delegate open nothing written later, with every row of a later copy', async (t) => {
  const copy = await copyFor(t);
  const { core, superuser, clock } = copy;
  const leavers = await Promise.all([seated, challenged].map((player) => sessionOf(core, player)));
  const before = await copyCase(superuser, story.id);
  await recuse(core, leavers[0] as Session, story.id);
  await challenge(core, await sessionOf(core, amina), story.id, { delegate: challenged.id });
  for (const player of [claire, amina, sylvie, omar, delegate]) await arrive(core, await sessionOf(core, player));
  const instant = clock.now();

  await superuser`update case_file set state = 'convened' where id = ${story.id}`;
  await writeSummary(core, await sessionOf(core, claire), story.id, 'Un résumé corrigé.');
  await writeText(core, await sessionOf(core, delegate), story.id, { kind: 'caucus', subject: story.ownParty, as: 'message', text: 'Sans Paul.' });
  await writeText(core, await sessionOf(core, claire), story.id, { kind: 'workspace', subject: null, as: 'message', text: 'À deux désormais.' });
  await writeText(core, await sessionOf(core, claire), story.id, { kind: 'letters', subject: story.ownParty, as: 'decision', text: 'Un mot de suivi.' });
  const after = await copyCase(superuser, story.id);
  const later = after.items.filter(({ created_at }) => created_at >= instant);
  t.equal(later.length, 4);

  const loot = { deployment, xwing: leavers.map(({ xwingPrivateKey }) => xwingPrivateKey), rings: leavers.map(({ ringKey }) => ringKey), shred: await shredKeys() };
  const everything = { ...after, grants: [...before.grants, ...after.grants], rings: [...before.rings, ...after.rings], shares: [...before.shares, ...after.shares] };
  const opened = await robbed(story.id, everything, loot);
  t.ok(opened.size >= 4, 'with a copy made before they left, their keys open what was theirs then');
  t.strictSame(later.filter(({ id }) => opened.has(id)), [], 'and nothing since');
  t.strictSame(await robbed(story.id, after, loot), new Set(), 'from the later copy alone, nothing at all');
});

t.test('a session row written for somebody else lets nobody act in their name', async (t) => {
  const copy = await copyFor(t);
  const { core, superuser } = copy;
  const thief = identityFrom(randomBytes(32));
  const [own] = await superuser<{ id: string; statement_digest: Uint8Array }[]>`select id, statement_digest from session_certificate where person_id = ${claire.id} order by not_before desc limit 1`;
  const forge = async (certificate: string) => {
    const { idHash, secret, token } = newSession();
    const bundle = sealBundle(secret, idHash, deployment, { xwingPrivateKey: randomBytes(32), ringKey: randomBytes(32), sessionSeed: seed });
    await superuser`insert into session (id_hash, certificate_id, person_id, sealed, idle_minutes, last_seen_at) values (${idHash}, ${certificate}, ${claire.id}, ${bundle}, 60, ${copy.clock.now()})`;

    return { idHash, token };
  };
  const seed = new Uint8Array(randomBytes(32));
  const session = identityFrom(seed);

  const borrowed = await forge(own?.id ?? '');
  t.equal(await resumeSession(core, borrowed.token), null, 'with a certificate that was Claire’s own');

  const certificate = randomUUID();
  const made = await forge(certificate);
  t.equal(await resumeSession(core, made.token), null, 'with none');
  const facts = { deployment, person: claire.id, statementDigest: own?.statement_digest ?? randomBytes(32), sessionIdHash: made.idHash, sessionPublicKey: session.publicKey, notBefore: copy.clock.now(), expiry: new Date(copy.clock.now().getTime() + 3_600_000) };
  const signature = thief.sign(certificateBytes(facts));
  await superuser`
    insert into session_certificate (id, person_id, statement_digest, id_hash, public_key, not_before, expires_at, signature)
    values (${certificate}, ${claire.id}, ${facts.statementDigest}, ${made.idHash}, ${facts.sessionPublicKey}, ${facts.notBefore}, ${facts.expiry}, ${signature})`;
  t.equal(await resumeSession(core, made.token), null, 'with one that another key signed');
  t.ok((await alarmsOf(superuser, deployment, house.root)).some(({ act, person }) => act === 'session-refused' && person === claire.id), 'and the journal says so');

  // The act itself, as such a session would sign it: it designates, and gives nothing.
  await appointByRow(superuser, copy.clock.now(), stranger.id);
  const act = { id: randomUUID(), kind: 'designate', caseId: story.id, subject: idBytes(stranger.id), compartment: null, previous: null, at: copy.clock.now() };
  await superuser`insert into act (id, kind, case_id, subject, at, author_id, certificate_id, signature) values (${act.id}, ${act.kind}, ${act.caseId}, ${act.subject}, ${act.at}, ${claire.id}, ${certificate}, ${signAct(session, deployment, act)})`;
  await superuser`insert into designation (id, case_id, person_id, certified, act_id, at) values (${randomUUID()}, ${story.id}, ${stranger.id}, true, ${act.id}, ${act.at})`;
  await superuser`update case_file set keys_due = true where id = ${story.id}`;
  await arrive(core, await sessionOf(core, delegate));
  t.equal((await superuser`select from key_grant where recipient_id = ${stranger.id} and case_id = ${story.id}`).length, 0);
});

t.test('both databases, the directory key and every secret of the server, without a passphrase, open no text', async (t) => {
  const copy = await copyFor(t);
  const { secrets } = copy.core;
  const [{ id, profile } = { id: '', profile: new Uint8Array() }] = await copy.superuser<{ id: string; profile: Uint8Array }[]>`select id, profile from person where id = ${amina.id}`;
  t.equal(openProfile(copy.core, id, profile).name, 'Amina Benali', 'who has an account is known: that much is said in SECURITY.md');

  const rows = await copyCase(copy.superuser, story.id);
  const shred = await shredKeys();
  const stored = [secrets.directoryKey, secrets.tokenSeed, secrets.enrolmentSeed, secrets.journalSecret, ...secrets.pepper.versions.values(), ...Object.values(shred), ...(await storedKeys(copy.superuser))];
  const loot = { deployment, xwing: [], rings: stored, guesses: stored, shred };
  t.strictSame(await robbed(story.id, rows, loot), new Set(), `none of ${rows.items.length} texts`);
  t.ok(rows.items.length > 8 && stored.length > 50, 'and there was something to try');
  const sealedTo = await copy.superuser<{ key: string }[]>`select encode(xwing_public, 'hex') as key from statement union select encode(xwing_public, 'hex') from invitation`;
  const halves = await Promise.all(stored.map(async (key) => Buffer.from((await keyPairFrom(key)).publicKey).toString('hex')));
  t.strictSame(halves.filter((half) => sealedTo.some(({ key }) => key === half)), [], 'no key was sealed to anything that is stored');

  const slots = await copy.superuser<SlotRow[]>`select * from slot`;
  const pepper = secrets.pepper.versions.get(secrets.pepper.current) ?? randomBytes(32);
  t.strictSame(slots.filter((row) => stored.some((key) => openPassphraseSlot(deployment, slotOf(row), key, pepper) ?? openRecoverySlot(deployment, slotOf(row), key))), [], 'no slot opens');
  const sessions = await copy.superuser<{ id_hash: Uint8Array; sealed: Uint8Array }[]>`select id_hash, sealed from session`;
  t.ok(sessions.length > 10);
  t.strictSame(sessions.filter(({ id_hash, sealed }) => stored.some((key) => opens(() => openBundle(key, id_hash, deployment, sealed)))), [], 'and no session');
});

t.test('a text whose row says another epoch, author, date or case does not open', async (t) => {
  const copy = await copyFor(t);
  const { superuser, core } = copy;
  const session = await sessionOf(core, delegate);
  const text = 'Depuis la désignation.';
  const [row] = await superuser<{ id: string; epoch_id: string; compartment_id: string; case_id: string; author_id: string; created_at: Date; version: string; kind: string }[]>`
    select i.* from item i join compartment k on k.id = i.compartment_id where i.case_id = ${story.id} and k.kind = 'caucus' and i.author_id = ${delegate.id}`;
  if (!row) return t.fail('the text is there');
  const elsewhere = await epochOf(copy, 'account', delegate.id);
  const changes: Record<string, Record<string, unknown>> = {
    epoch: { epoch_id: elsewhere }, author: { author_id: claire.id }, date: { created_at: new Date(row.created_at.getTime() + 1) },
    version: { version: 2 }, kind: { kind: 'decision' }, case: { case_id: story.other },
  };
  t.ok((await textsOf(copy, delegate)).includes(text));
  for (const [what, change] of Object.entries(changes)) {
    await superuser`update item set ${superuser(change)} where id = ${row.id}`;
    const shown = [story.id, story.other].map((id) => reveal(core, session, id).then((texts) => texts.map((one) => one.text), () => []));
    t.notOk((await Promise.all(shown)).flat().includes(text), `another ${what}`);
    await superuser`update item set ${superuser({ epoch_id: row.epoch_id, author_id: row.author_id, created_at: row.created_at, version: row.version, kind: row.kind, case_id: row.case_id })} where id = ${row.id}`;
  }
  t.ok((await textsOf(copy, delegate)).includes(text), 'as it was, it opens again');
});

async function copyFor(t: { teardown(work: () => unknown): unknown }): Promise<Copy> {
  const copy = await copyOf(house);
  t.teardown(() => copy.close());

  return copy;
}

/** A mandate in force as far as any row can say. */
async function appointByRow(superuser: postgres.Sql, at: Date, person: string): Promise<void> {
  const [{ digest, office } = { digest: null, office: null }] = await superuser<{ digest: Uint8Array | null; office: string | null }[]>`
    select (select digest from statement where person_id = ${person}) as digest, (select office_id from case_file where id = ${story.id}) as office`;
  await superuser`
    insert into mandate (id, person_id, office_id, role, valid_from, valid_to, proposed_at, statement_digest, undertaking_at, countersigned_at)
    values (${randomUUID()}, ${person}, ${office}, 'member', ${at}, ${new Date(at.getTime() + 86_400_000)}, ${at}, ${digest}, ${at}, ${at})`;
}

/** A room said to be opened by the delegate, whose key the stranger knows and has sealed to everybody. */
async function forgeRoom(copy: Copy, theirs: Session, key: Uint8Array): Promise<{ compartment: string; epoch: string }> {
  const { superuser, clock } = copy;
  const [compartment, epoch, act, at] = [randomUUID(), randomUUID(), randomUUID(), clock.now()];
  await superuser`insert into compartment (id, case_id, kind, act_id, created_by, created_at) values (${compartment}, ${story.id}, 'room', ${act}, ${delegate.id}, ${at})`;
  await superuser`insert into epoch (id, case_id, compartment_id, number, audience, act_id, opened_by, opened_at) values (${epoch}, ${story.id}, ${compartment}, 1, 'mediation', ${act}, ${delegate.id}, ${at})`;
  for (const player of [amina, sylvie, delegate]) await replaceGrant(copy, theirs, epoch, { compartment, number: 1, act }, player, key);

  return { compartment, epoch };
}

/** Whatever this person was given for an epoch gives way to a grant signed by this session. */
async function replaceGrant({ superuser, clock }: Copy, by: Session, epoch: string, place: { compartment: string; number: number; act: string }, to: Player, key: Uint8Array): Promise<void> {
  const [statement] = await superuser<{ xwing_public: Uint8Array }[]>`select xwing_public from statement where person_id = ${to.id} order by version desc limit 1`;
  const facts = { deployment, caseId: story.id, compartment: place.compartment, epoch: place.number, recipient: { kind: 'person', id: to.id }, grantor: by.person, act: place.act, createdAt: clock.now(), expiresAt: null } as const;
  const [grant] = await sealGrants(by, key, [{ ...facts, publicKey: statement?.xwing_public ?? new Uint8Array() }]);
  if (!grant) throw new RangeError('one key gives one grant');
  await superuser`delete from key_grant where epoch_id = ${epoch} and recipient_id = ${to.id}`;
  await superuser`
    insert into key_grant (id, case_id, compartment_id, epoch_id, recipient_kind, recipient_id, grantor_id, act_id, enc, ciphertext, certificate_id, signature, created_at)
    values (${randomUUID()}, ${story.id}, ${place.compartment}, ${epoch}, 'person', ${to.id}, ${by.person}, ${place.act}, ${grant.enc}, ${grant.ciphertext}, ${by.certificate}, ${grant.signature}, ${grant.createdAt})`;
}

/** An epoch with texts that this person was given by name. */
async function epochOf({ superuser }: Copy, kind: string, person: string): Promise<string> {
  const [row] = await superuser<{ id: string }[]>`
    select e.id from epoch e join compartment k on k.id = e.compartment_id join key_grant g on g.epoch_id = e.id and g.recipient_id = ${person}
    where k.kind = ${kind} and e.case_id = ${story.id} and exists (select from item i where i.epoch_id = e.id) order by e.number limit 1`;

  return row?.id ?? '';
}

/** As if they had not opened their grants yet. */
async function forgetRings({ superuser }: Copy, persons: readonly string[]): Promise<void> {
  await superuser`delete from ring_key where person_id in ${superuser(persons)} and case_id = ${story.id}`;
}

async function refusesAll(t: Pick<Tap, 'notOk' | 'equal' | 'ok'>, copy: Copy, players: readonly Player[], epoch: string): Promise<void> {
  const hidden = new Set((await copy.superuser<{ id: string }[]>`select id from item where epoch_id = ${epoch}`).map(({ id }) => id));
  for (const player of players) {
    const opened = await reveal(copy.core, await sessionOf(copy.core, player), story.id);
    t.ok(opened.length > 0, 'their own grants open');
    t.notOk(opened.some(({ id }) => hidden.has(id)), 'this one does not');
  }
  const kept = await copy.superuser`select from ring_key where epoch_id = ${epoch} and person_id in ${copy.superuser(players.map(({ id }) => id))}`;
  t.equal(kept.length, 0, 'and nothing of it is kept');
  const refused = (await alarmsOf(copy.superuser, deployment, house.root)).filter(({ act }) => act === 'grant-refused');
  t.ok(refused.length >= players.length, 'the journal has an alarm for each');
}
type Tap = typeof t;

async function textsOf({ core }: Copy, player: Player): Promise<string[]> {
  return (await reveal(core, await sessionOf(core, player), story.id)).map(({ text }) => text);
}

async function shredKeys(): Promise<ShredKeys> {
  return (await house.core.shred.keys(story.id)) as ShredKeys;
}

/** Every value of every table that has the size of a key. */
async function storedKeys(superuser: postgres.Sql): Promise<Uint8Array[]> {
  const columns = await superuser<{ table_name: string; column_name: string }[]>`select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type = 'bytea'`;
  const values = await Promise.all(columns.map(({ table_name, column_name }) => superuser<{ value: Uint8Array }[]>`select ${superuser(column_name)} as value from ${superuser(table_name)} where octet_length(${superuser(column_name)}) = 32 limit 20`));

  return values.flat().map(({ value }) => new Uint8Array(value));
}

type SlotRow = { id: string; person_id: string; kind: 'passphrase' | 'recovery'; salt: Uint8Array; memory_kib: number | null; passes: number | null; lanes: number | null; pepper_version: number | null; statement_digest: Uint8Array; sealed: Uint8Array };

function slotOf({ person_id: person, memory_kib, passes, lanes, pepper_version, statement_digest, ...row }: SlotRow): Slot {
  const argon2 = memory_kib === null || passes === null || lanes === null ? null : { memoryKiB: memory_kib, passes, lanes };

  return { ...row, person, argon2, pepperVersion: pepper_version, statementDigest: statement_digest };
}

function opens(work: () => unknown): boolean {
  try {
    work();

    return true;
  } catch (error) {
    if (error instanceof EnvelopeError) return false;

    throw error;
  }
}

/** A row of an act that its author really signed, wherever it claims to be. */
async function plantAct(superuser: postgres.Sql, by: Session, act: Act): Promise<void> {
  await superuser`insert into act (id, kind, case_id, subject, compartment_id, previous_id, at, author_id, certificate_id, signature)
    values (${act.id}, ${act.kind}, ${act.caseId}, ${act.subject}, ${act.compartment}, null, ${act.at}, ${by.person}, ${by.certificate}, ${signAct(by, deployment, act)})`;
}

/** Whoever holds keys of the case signs in again, and does what waits for them. */
async function everybodyArrives({ superuser, core }: Copy): Promise<void> {
  for (const player of [claire, amina, sylvie, delegate]) {
    await superuser`update case_file set keys_due = true where id = ${story.id}`;
    await arrive(core, await sessionOf(core, player));
  }
}
