import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import t from 'tap';
import { concernedBy, pauseAfter } from '../policies/mail.ts';
import { readConfig } from '../server/config.ts';
import { runJobs } from '../server/jobs.ts';
import { openPost, type Post } from '../server/post/post.ts';
import { sendMail } from '../server/post/send-mail.ts';
import { mailOf } from '../server/post/templates.ts';
import { proposeAppointment } from '../server/people/offices/propose-appointment.ts';
import { sessionOf } from './appoint.ts';
import { testCore } from './core.ts';
import { mailConfig, mailSink, type Received } from './mail-sink.ts';
import { comeBack, openTerritory, requestBody } from './territory.ts';

const canary = 'la clé du vestiaire de nuit';

const sink = await mailSink(t);
const post = openPost(mailConfig(`smtp://127.0.0.1:${sink.port}`)) as Post;
t.teardown(() => post.smtp.close());

// Three in the morning in UTC: no digest is due yet.
const house = await testCore(t, { from: new Date('2026-03-02T03:10:00Z'), change: (core) => ({ ...core, post }) });
const { core, superuser, clock } = house;
const { claire, omar, administrator, offices, committee } = await openTerritory(house, { members: 2, nationalMembers: 0 });
const amina = await house.person('Amina Benali');
const day = 24 * 60;

const waiting = async () => (await superuser<{ person: string; template: string }[]>`select person_id as person, template from outbox where sent_at is null order by person_id`).map((row) => ({ ...row }));
const forget = async () => void (await superuser`delete from outbox`);
const filed = async () => (await amina.post('/api/requests', requestBody())).json<{ case: string }>().case;

t.test('the configuration names both variables or none', async (t) => {
  const urls = { DATABASE_URL: 'postgres://x@y/z', SHRED_DATABASE_URL: 'postgres://x@y/z', SEQUENCER_DATABASE_URL: 'postgres://x@y/z' };
  t.equal(readConfig(urls).mail, null);
  t.equal(openPost(readConfig(urls)), undefined);
  t.throws(() => readConfig({ ...urls, ENTENTE_SMTP_URL: 'smtp://a' }), /ENTENTE_SMTP_FROM is missing/);
  t.throws(() => readConfig({ ...urls, ENTENTE_SMTP_FROM: 'a@b.fr' }), /ENTENTE_SMTP_URL is missing/);
  t.throws(() => readConfig({ ...urls, ENTENTE_SMTP_URL: 'http://a', ENTENTE_SMTP_FROM: 'a@b.fr' }), /ENTENTE_SMTP_URL is not usable/);
});

t.test('who is told is data: parties for whom a text was written, and those who have something to do', async (t) => {
  const since = new Date(0);
  const held = [
    { person: 'amina', standing: 'party', subject: 'a', since }, { person: 'roussel', standing: 'party', subject: 'r', since }, { person: 'claire', standing: 'in-charge', subject: null, since },
  ] as const;
  const happening = { actor: 'claire', state: 'consent_requested', places: [], before: held, after: held } as const;
  t.strictSame(concernedBy({ ...happening, act: 'write', places: [{ kind: 'caucus', subject: 'a' }] }), ['amina'], 'an aparté concerns its own party');
  t.strictSame(concernedBy({ ...happening, act: 'write', places: [{ kind: 'workspace' }] }), []);
  t.strictSame(concernedBy({ ...happening, act: 'agree-object', places: [{ kind: 'object' }] }), ['amina', 'roussel']);
  t.strictSame(concernedBy({ ...happening, act: 'decide-to-open' }), ['amina', 'roussel']);
  t.strictSame(concernedBy({ ...happening, actor: 'amina', act: 'consent' }), [], 'one consent awaits the others');
  t.strictSame(concernedBy({ ...happening, actor: 'amina', act: 'consent', state: 'consented' }), ['claire']);
  const jean = { person: 'jean', standing: 'convened', subject: null, since } as const;
  t.strictSame(concernedBy({ ...happening, act: 'convene', after: [...held, jean] }), ['jean']);
  t.strictSame(concernedBy({ ...happening, act: 'convene', before: [...held, jean], after: [...held, jean] }), [], 'once');
});

t.test('a deed queues in its own transaction a person and a template, and nothing else', async (t) => {
  await forget();
  const id = await filed();
  await omar.post(`/api/cases/${id}/acknowledgement`, {});
  await claire.post(`/api/cases/${id}/charge`, {});
  t.strictSame(await waiting(), [], 'nothing concerns anybody yet');
  t.equal((await claire.post(`/api/cases/${id}/object`, { text: canary })).statusCode, 201);
  t.strictSame(await waiting(), [{ person: amina.person, template: 'message' }]);
  const [columns] = await superuser`select array_agg(column_name::text order by column_name) as names from information_schema.columns where table_name = 'outbox'`;
  t.strictSame(columns?.names, ['asked_at', 'digest_on', 'due_at', 'id', 'person_id', 'sent_at', 'template', 'tries']);

  const { parties } = (await claire.get(`/api/cases/${id}`)).json<{ parties: { party: string }[] }>();
  t.equal((await claire.post(`/api/cases/${id}/texts`, { kind: 'caucus', subject: parties[0]?.party, text: canary })).statusCode, 201);
  t.equal((await waiting()).length, 1, 'what is neutral is said once');
  t.equal((await claire.post(`/api/cases/${id}/opening`, { letter: 'x', followsAdvice: true, reasons: 'x' })).statusCode, 409);
  t.equal((await waiting()).length, 1, 'a refused deed tells nobody');
});

t.test('the application’s login reads the outbox as the job only', async (t) => {
  const sql = postgres(house.database.url('app'), { max: 1 });
  t.teardown(() => sql.end());
  t.strictSame([...(await sql`select * from outbox`)], []);
  const [profile] = await sql`select profile_to_write_to(${amina.person}) as profile`;
  t.equal(profile?.profile, null);
});

t.test('what leaves is neutral, to the address of the profile, with a link to sign in', async (t) => {
  sink.take();
  t.equal(await sendMail(core, post), 1);
  const [mail] = sink.take() as [Received];
  t.strictSame(mail.to, [amina.account.address]);
  t.equal(mail.from, 'ne-pas-repondre@exemple.fr');
  const text = decoded(mail.raw);
  t.match(text, /^Subject: Vous avez un message$/m);
  t.match(text, 'https://mediation.example.fr/connexion');
  t.match(text, /choisissez «\u00a0Compte\u00a0»/);
  for (const word of [canary, 'vestiaire', 'Amina', 'Benali', 'Claire', 'Morel', 'Roussel', 'Valmont', 'médiat', 'dossier', 'demande', 'X-Mailer', 'attachment']) t.notMatch(text, word, `no ${word}`);
  t.match(text, /^Auto-Submitted: auto-generated$/m);
  t.equal(await sendMail(core, post), 0, 'once');
  for (const template of ['message', 'digest', 'invitation'] as const) {
    const { subject, text: words } = mailOf(template, 'https://x.fr');
    t.equal(subject, 'Vous avez un message');
    t.notMatch(words, /[^\u00a0][;!?»]|[^\u00a0s\d]:|«[^\u00a0]|'/, `${template}: French typography`);
  }
});

t.test('one person has one mail an hour at most', async (t) => {
  const [next] = await superuser`select count(*)::int from outbox where sent_at is not null`;
  t.equal(next?.count, 1);
  await tellAmina();
  clock.pass(59);
  t.equal(await sendMail(core, post), 0);
  clock.pass(2);
  t.equal(await sendMail(core, post), 1);
  t.equal(sink.take().length, 1);
});

t.test('two nodes that run the job together send one mail', async (t) => {
  clock.pass(61);
  await tellAmina();
  await core.database.withActor({ kind: 'person', id: amina.person }, (tx, now) => post.tell(tx, [claire.person, omar.person], now));
  await superuser.begin(async (other) => {
    await other`select from outbox where sent_at is null for update`;
    t.equal(await Promise.race([sendMail(core, post), pause(5_000, 'waited')]), 0, 'what another node is claiming is passed over');
  });
  const counts = await Promise.all([sendMail(core, post), sendMail(core, post), sendMail(core, post)]);
  t.equal(counts.reduce((sum, count) => sum + count, 0), 3);
  t.strictSame(sink.take().flatMap(({ to }) => to).sort(), [amina, claire, omar].map(({ account }) => account.address).sort());
});

t.test('a refused mail is tried again after growing pauses, and given up after three days with an alarm', async (t) => {
  clock.pass(61);
  await tellAmina();
  sink.state.refusing = true;
  t.equal(await sendMail(core, post), 0);
  t.equal(await sendMail(core, post), 0, 'not at once');
  t.match(await superuser`select tries from outbox where sent_at is null`, [{ tries: 1 }]);
  clock.pass(3);
  await sendMail(core, post);
  t.match(await superuser`select tries from outbox where sent_at is null`, [{ tries: 2 }]);
  sink.state.refusing = false;
  clock.pass(5);
  t.equal(await sendMail(core, post), 1, 'and leaves once it is taken');
  sink.take();

  clock.pass(61);
  await tellAmina();
  const before = await alarms();
  sink.state.refusing = true;
  await sendMail(core, post);
  clock.pass(3 * day + 1);
  await sendMail(core, post);
  sink.state.refusing = false;
  t.strictSame((await waiting()).filter(({ template }) => template === 'message'), []);
  t.equal((await alarms()) - before, 1);
  t.ok([1, 2, 3, 4].every((tries) => pauseAfter(tries + 1) > pauseAfter(tries)));
  t.equal(pauseAfter(40), 8 * 3_600_000);
  clock.set(new Date('2026-03-06T02:00:00Z'));
  await forget();
});

t.test('a server that is away holds the round up, and loses nothing', async (t) => {
  const away = openPost(mailConfig('smtp://127.0.0.1:1')) as Post;
  t.teardown(() => away.smtp.close());
  await core.database.withActor({ kind: 'person', id: amina.person }, (tx, now) => post.tell(tx, [claire.person, omar.person], now));
  t.equal(await sendMail(core, away), 0);
  t.match(await superuser`select sum(tries)::int as tries, count(*)::int from outbox where sent_at is null`, [{ tries: 1, count: 2 }], 'the second was not tried in vain');
  clock.pass(3);
  t.equal(await sendMail(core, post), 2);
  sink.take();
});

t.test('a node that dies between the claim and the delivery leaves the mail to another, after the pause', async (t) => {
  clock.pass(61);
  await tellAmina();
  const dying = (transactions: number) => ({ ...core, database: { ...core.database, withActor: dieAfter(transactions) } });
  await t.rejects(sendMail(dying(3), post), /died/);
  t.equal(sink.take().length, 0, 'it was claimed and not read');
  t.equal(await sendMail(core, post), 0, 'it is claimed');
  clock.pass(3);
  t.equal(await sendMail(core, post), 1);
  t.equal(sink.take().length, 1);

  clock.pass(61);
  await tellAmina();
  await t.rejects(sendMail(dying(4), post), /died/);
  clock.pass(3);
  await sendMail(core, post);
  t.equal(sink.take().length, 2, 'one that dies before it could note the delivery: rather twice than never');
});

t.test('whoever chose no mail gets none, of what already waited either', async (t) => {
  clock.pass(61);
  await amina.signIn();
  t.match((await amina.get('/api/me/contact')).json(), { mail: 'neutral', isSent: true });
  await tellAmina();
  t.match((await amina.post('/api/me/contact', { mail: 'none' })).json(), { mail: 'none' });
  t.equal((await amina.post('/api/me/contact', { mail: 'often' })).statusCode, 400);
  t.equal(await sendMail(core, post), 0);
  t.strictSame([sink.take(), await waiting()], [[], []]);
  await amina.post('/api/me/contact', { mail: 'neutral' });
  await tellAmina();
  t.equal(await sendMail(core, post), 1);
  sink.take();

  const credentials = { address: 'par.telephone@exemple.fr', passphrase: 'quinze lampes au fond du couloir', shared: false };
  const answer = await house.visitor().post('/api/requests', { ...requestBody(), credentials });
  const { account } = answer.json<{ account: { person: string } }>();
  t.match(await superuser`select mail from contact_choice where person_id = ${account.person}`, [{ mail: 'none' }], 'she asked to be telephoned');
});

t.test('whoever runs cases is told once a day, from the morning on, that several await them', async (t) => {
  await forget();
  clock.set(new Date('2026-03-10T04:30:00Z'));
  await sendMail(core, post);
  t.strictSame(sink.take(), [], 'not in the night');
  clock.set(new Date('2026-03-10T05:30:00Z'));
  await sendMail(core, post);
  const told = sink.take().flatMap(({ to }) => to);
  t.ok(told.includes(claire.account.address) && told.includes(omar.account.address));
  for (const member of committee) t.notOk(told.includes(member.account.address), 'a member runs nothing');
  t.notOk(told.includes(amina.account.address), 'nor does a party');
  clock.pass(180);
  await sendMail(core, post);
  t.strictSame(sink.take(), [], 'once a day');
  clock.pass(day);
  await sendMail(core, post);
  t.ok(sink.take().length > 0, 'and again the next');
});

t.test('an appointment to sign is told; an invitation’s link leaves from memory, its code never', async (t) => {
  await forget();
  await administrator.signIn();
  const newcomer = await house.person('Lucie Brun');
  await proposeAppointment(core, await sessionOf(house, administrator), {
    person: newcomer.person, office: offices.regional, role: 'member', certified: false, gender: null, establishment: null, validFrom: clock.now().toISOString().slice(0, 10), validTo: '2027-06-01',
  });
  t.strictSame(await waiting(), [{ person: newcomer.person, template: 'message' }]);

  for (const one of [claire, omar, amina]) await comeBack(house, one);
  const id = await filed();
  await claire.post(`/api/cases/${id}/charge`, {});
  const { item } = (await claire.post(`/api/cases/${id}/object`, { text: canary })).json<{ item: string }>();
  await amina.post(`/api/cases/${id}/object/agreement`, { item });
  await superuser`update case_file set state = 'consent_requested' where id = ${id}`;
  const { parties } = (await claire.get(`/api/cases/${id}`)).json<{ parties: { party: string; isRepresented: boolean }[] }>();
  const party = parties.find(({ isRepresented }) => !isRepresented)?.party;
  const inviting = (address?: string) => claire.post(`/api/cases/${id}/invitations`, { party, letter: canary, ...(address && { address }) });
  sink.take();

  const { link, code, mailed } = (await inviting('Sylvie.Roussel@exemple.fr')).json<{ link: string; code: string; mailed: boolean }>();
  t.equal(mailed, true);
  const [mail] = sink.take() as [Received];
  t.strictSame(mail.to, ['sylvie.roussel@exemple.fr']);
  t.match(decoded(mail.raw), `https://mediation.example.fr/invitation/${link}`);
  for (const word of [code, canary, 'Amina', 'Claire', 'Roussel,', 'Valmont', 'médiateur']) t.notMatch(decoded(mail.raw), word);
  const found = await superuser`select count(*)::int from outbox where person_id::text = ${link} or template = ${link}`;
  t.match(found, [{ count: 0 }]);
  t.match((await inviting()).json(), { mailed: false });
  t.match((await inviting('pas une adresse')).json(), { status: 400, errors: [{ field: 'address' }] });
  sink.state.refusing = true;
  t.match((await inviting('sylvie.roussel@exemple.fr')).json(), { mailed: false, link: /\S/ }, 'a mail refused leaves the link to print');
  sink.state.refusing = false;
});

t.test('off, nothing is queued and nothing is sent', async (t) => {
  const quiet = await testCore(t);
  const { claire: mediator } = await openTerritory(quiet, { members: 0, nationalMembers: 0 });
  const asking = await quiet.person('Amina Benali');
  const { case: id } = (await asking.post('/api/requests', requestBody())).json<{ case: string }>();
  await mediator.post(`/api/cases/${id}/charge`, {});
  t.equal((await mediator.post(`/api/cases/${id}/object`, { text: canary })).statusCode, 201);
  quiet.clock.pass(4 * 60);
  await runJobs(quiet.core);
  t.match(await quiet.superuser`select count(*)::int from outbox`, [{ count: 0 }]);
  t.match((await asking.get('/api/me/contact')).statusCode, 401, 'her session has ended meanwhile');
  await asking.signIn();
  t.match((await asking.get('/api/me/contact')).json(), { mail: 'neutral', isSent: false });
  t.strictSame(sink.take(), []);
});

async function tellAmina(): Promise<void> {
  await core.database.withActor({ kind: 'person', id: claire.person }, (tx, now) => post.tell(tx, [amina.person], now));
}

/** Entries of the class of alarms. */
async function alarms(): Promise<number> {
  const [row] = await superuser<{ count: number }[]>`select count(*)::int from journal_entry where class = 4`;

  return row?.count ?? -1;
}

/** Lets so many transactions through, then none: the process is gone. */
function dieAfter(transactions: number): typeof core.database.withActor {
  let left = transactions;

  return async (actor, work, narrowing) => {
    if (left-- <= 0) throw new Error('died');

    return core.database.withActor(actor, work, narrowing);
  };
}

/** Quoted-printable and RFC 2047 undone, soft line breaks joined. */
function decoded(raw: string): string {
  const bytes = raw.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));

  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}
