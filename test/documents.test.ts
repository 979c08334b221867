import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import t from 'tap';
import { clamdScan } from '../server/clamd.ts';
import { runJobs } from '../server/jobs.ts';
import { events } from '../server/journal/classes.ts';
import { safeFileName } from '../server/mediation/documents/sheet.ts';
import { columnsHolding, holds } from '../story/search.ts';
import { add, answerTo, dial, documentsOf, download, form, formAround, formType, headersOf, inMediation, scene } from './documents-cast.ts';
import { answered } from './mediation-cast.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

const now = await scene(t);
const { house, town, amina, roussel, bloch } = now;
const { claire, omar } = town;
const { id, parties: [ofAmina, ofRoussel], helene, fatou } = await inMediation(now);
const connectTo = await dial(house);
const megabyte = 1024 * 1024;
const rows = async () => {
  const [found] = await house.superuser<{ documents: number; chunks: number; uploads: number }[]>`
    select (select count(*)::int from document) as documents, (select count(*)::int from document_chunk) as chunks, (select count(*)::int from upload) as uploads`;

  return found as { documents: number; chunks: number; uploads: number };
};
const alarms = async () => (await house.superuser`select from journal_entry where class = ${events.alarm.class}`).length;
const idOf = (answer: Awaited<ReturnType<typeof add>>) => answer.json<{ document: string }>().document;

t.test('Amina adds a document to her account: those who read the account see it, and nobody else', async (t) => {
  const content = randomBytes(300_000);
  const added = await add(house, amina, id, { title: 'Le tableau d’avril', visibility: 'mediators', class: 'pre_existing_or_technical' }, { name: 'feuille été.pdf', content });
  t.equal(added.statusCode, 201, added.body);
  const document = idOf(added);

  t.match(await documentsOf(amina, id), [{ document, title: 'Le tableau d’avril', fileName: 'feuille été.pdf', mediaType: 'application/pdf', size: 300_000, compartment: 'account', subject: ofAmina, author: amina.person, isCopy: false, visibility: 'mediators', class: 'pre_existing_or_technical' }]);
  for (const [name, who] of [['Amina', amina], ['the mediator', claire], ['a delegate', helene]] as const) {
    const opened = await download(house, who, id, document);
    t.equal(opened.statusCode, 200, name);
    t.ok(opened.rawPayload.equals(content), `${name} gets every byte`);
    t.match(opened.headers, {
      'content-type': 'application/pdf', 'content-length': '300000', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store',
      'content-disposition': `attachment; filename="feuille ete.pdf"; filename*=UTF-8''feuille%20%C3%A9t%C3%A9.pdf`,
    });
  }
  const stranger = await house.person('Le directeur');
  for (const [name, who] of [['Mme Roussel', roussel], ['Dr Bloch', bloch], ['the secretary', omar], ['a stranger', stranger]] as const) {
    t.equal((await download(house, who, id, document)).statusCode, 404, `${name} opens nothing`);
    t.notOk((await documentsOf(who, id)).length, `${name} sees no title`);
    t.notOk((await who.get(`/api/cases/${id}/texts`)).body.includes('tableau'), `${name} finds it nowhere among texts`);
  }
  t.notOk((await claire.get(`/api/cases/${id}/texts`)).body.includes('"key\\"'), 'the sheet, which holds the key, is no text');
  t.equal((await download(house, amina, randomUUID(), document)).statusCode, 404, 'nor under another case');
});

t.test('Who may add where', async (t) => {
  const cases: [string, typeof amina, Record<string, string>, number, string?][] = [
    ['a party in another’s account', amina, { subject: ofRoussel }, 404],
    ['a party in the room', amina, { kind: 'room' }, 404],
    ['a party in the workspace', amina, { kind: 'workspace' }, 404],
    ['a delegate in an account', helene, { kind: 'account', subject: ofAmina }, 404],
    ['a delegate in the room', helene, { kind: 'room' }, 201],
    ['a delegate in the workspace', fatou, { kind: 'workspace' }, 201],
    ['the mediator in the letters of a party', claire, { kind: 'letters', subject: ofAmina }, 201],
    ['the mediator in the letters of nobody', claire, { kind: 'letters' }, 404],
    ['the mediator in the room, of which she has no key', claire, { kind: 'room' }, 404],
    ['a delegate with the agreement', helene, { kind: 'agreement' }, 201],
    ['somebody in a conciliation there is not', claire, { kind: 'conciliation' }, 404],
    ['the secretary', omar, { kind: 'workspace' }, 404],
    ['an unknown place', amina, { kind: 'notes' }, 400],
    ['without a title', amina, { title: '' }, 400],
  ];
  for (const [name, who, fields, status] of cases) t.equal((await add(house, who, id, fields)).statusCode, status, name);
  t.strictSame((await documentsOf(roussel, id)).map(({ compartment }) => compartment).sort(), ['agreement', 'room'], 'parties read the room and the agreement');
  t.equal((await add(house, amina, id, {}, { name: '' })).statusCode, 400, 'no file');
  t.equal((await house.app.inject({ method: 'POST', url: `/api/cases/${id}/documents`, headers: headersOf(amina), payload: { title: 'x', kind: 'account', file: '' } })).statusCode, 415, 'no form');
  t.equal((await house.app.inject({ method: 'POST', url: `/api/cases/${id}/documents`, headers: { 'content-type': formType }, payload: form({}, { name: 'a', content: Buffer.alloc(1) }) })).statusCode, 401, 'nobody');
  t.equal((await rows()).uploads, 0);
});

t.test('Sharing: the party always, a delegate when it is marked, as a copy under another key', async (t) => {
  const content = randomBytes(70_000);
  const [kept, marked] = [idOf(await add(house, roussel, id, { title: 'À garder' }, { content })), idOf(await add(house, roussel, id, { title: 'À montrer', visibility: 'shareable' }, { content }))];
  const share = (who: typeof amina, document: string) => answered(who.post(`/api/cases/${id}/documents/${document}/sharing`, {}));
  t.match(await share(helene, kept), { status: 422, code: 'document-not-shareable' });
  t.match(await share(amina, marked), { status: 404 }, 'another party does not even see it');
  t.match(await share(claire, marked), { status: 404 }, 'the mediator has no key of the room');
  t.notOk((await documentsOf(amina, id)).some(({ title }) => title === 'À montrer'));
  t.match(await share(helene, marked), { status: 201 });
  t.match(await share(fatou, marked), { status: 409, code: 'acted-first' });
  t.match(await share(roussel, kept), { status: 201 }, 'she may change her mind');

  const copies = (await documentsOf(amina, id)).filter(({ isCopy }) => isCopy);
  t.match(copies, [{ compartment: 'room', author: roussel.person }, { compartment: 'room', author: roussel.person }]);
  for (const { document } of copies) t.ok((await download(house, amina, id, document)).rawPayload.equals(content));
  const pairs = await house.superuser`select s.digest = c.source_digest as is_named, s.digest <> c.digest as is_sealed_anew from document c join document s on s.digest = c.source_digest`;
  t.strictSame([...pairs], [{ is_named: true, is_sealed_anew: true }, { is_named: true, is_sealed_anew: true }]);
  t.match(await share(amina, copies[0]?.document ?? ''), { status: 404 }, 'a copy is not shared again');
});

t.test('20 MB up and down in flat memory', async (t) => {
  const piece = randomBytes(megabyte);
  const digest = createHash('sha256');
  const up = watched();
  const { before, after } = formAround({ title: 'Un scan', kind: 'account' }, { name: 'scan.pdf' });
  const sent = connectTo({ method: 'POST', path: `/api/cases/${id}/documents`, headers: { ...headersOf(amina), 'content-type': formType } });
  sent.write(before);
  for (let count = 0; count < 20; count += 1) {
    digest.update(piece);
    if (!sent.write(piece)) await new Promise((resolve) => sent.once('drain', resolve));
    if (count % 3 === 0) await up.look();
  }
  sent.end(after);
  const added = await answerTo(sent);
  t.equal(added.statusCode, 201);
  const { document } = JSON.parse(await textOf(added)) as { document: string };
  t.ok(up.megabytes() < 8, `arriving, ${up.megabytes().toFixed(1)} MB more are held`);

  const down = watched();
  const got = createHash('sha256');
  let length = 0;
  const asked = connectTo({ method: 'GET', path: `/api/cases/${id}/documents/${document}`, headers: headersOf(claire) });
  asked.end();
  for await (const part of await answerTo(asked)) {
    got.update(part as Buffer);
    if (Math.floor((length + (part as Buffer).length) / 3 / megabyte) > Math.floor(length / 3 / megabyte)) await down.look();
    length += (part as Buffer).length;
  }
  t.equal(length, 20 * megabyte);
  t.equal(got.digest('hex'), digest.digest('hex'));
  t.ok(down.megabytes() < 8, `leaving, ${down.megabytes().toFixed(1)} MB more are held`);
  const [stored] = await house.superuser<{ size: string; chunks: number }[]>`select d.size, count(*)::int as chunks from document d join document_chunk c on c.document_id = d.id where d.id = ${document} group by 1`;
  t.ok(Number(stored?.size) % 2 ** 16 !== 20 * megabyte % 2 ** 16 && (stored?.chunks ?? 0) > 80, 'padded, sealed, and in pieces');
});

t.test('Over the limit, and the limit is a setting: nothing is kept', async (t) => {
  const before = await rows();
  const { before: head } = formAround({ title: 'Trop', kind: 'account' }, { name: 'trop.pdf' });
  const sent = connectTo({ method: 'POST', path: `/api/cases/${id}/documents`, headers: { ...headersOf(amina), 'content-type': formType } });
  sent.write(head);
  const answer = answerTo(sent);
  for (let count = 0; count < 24; count += 1) if (!sent.write(Buffer.alloc(megabyte))) await new Promise((resolve) => sent.once('drain', resolve));
  sent.end();
  const refused = await answer;
  t.equal(refused.statusCode, 413);
  t.match(JSON.parse(await textOf(refused)), { code: 'document-too-large', errors: [{ field: 'file', message: /20 Mo au plus/ }] });

  await house.superuser`insert into setting (key, valid_from, value, mark, source) values ('document-size', '2026-01-01', '1', 'I', 'essai')`;
  t.equal((await add(house, amina, id, {}, { content: randomBytes(megabyte + 1) })).statusCode, 413);
  t.equal((await add(house, amina, id, {}, { content: randomBytes(megabyte) })).statusCode, 201);
  await house.superuser`delete from setting where key = 'document-size' and valid_from = '2026-01-01'`;
  t.strictSame(await rows(), { documents: before.documents + 1, chunks: before.chunks + 5, uploads: 0 });

  await house.superuser`insert into setting (key, valid_from, value, mark, source) values ('documents-total', '2026-01-01', '1', 'I', 'essai')`;
  const full = await add(house, amina, id, {}, { content: randomBytes(10) });
  t.match([full.statusCode, full.json<{ code: string }>().code], [413, 'documents-full'], 'one person fills no disk');
  t.equal((await add(house, roussel, id, {}, { content: randomBytes(10) })).statusCode, 201, 'another has room of their own');
  await house.superuser`delete from setting where key = 'documents-total'`;
});

t.test('A broken upload leaves nothing, and one whose process died is erased within the hour', async (t) => {
  const before = await rows();
  const { before: head } = formAround({ title: 'Coupé', kind: 'account' }, { name: 'coupe.pdf' });
  const sent = connectTo({ method: 'POST', path: `/api/cases/${id}/documents`, headers: { ...headersOf(amina), 'content-type': formType } });
  sent.on('error', () => {});
  sent.write(Buffer.concat([head, randomBytes(3 * megabyte)]));
  await until(async () => (await rows()).chunks > before.chunks);
  t.equal((await rows()).uploads, 1, 'it is on its way');
  const seen = await house.core.database.withActor({ kind: 'person', id: amina.person }, (tx) => tx.execute('select (select count(*) from document_chunk) as chunks, (select count(*) from document) as documents'));
  t.not(Number(seen[0]?.['chunks']), (await rows()).chunks, 'and not even Amina reads its chunks');
  await t.rejects(house.core.database.withActor({ kind: 'person', id: amina.person }, (tx) => tx.execute('select * from upload')), 'nobody reads uploads');
  sent.destroy();
  await until(async () => (await rows()).uploads === 0);
  t.strictSame(await rows(), before);

  const whole = form({ title: 'Tronqué', kind: 'account' }, { name: 'x.pdf', content: randomBytes(500_000) });
  const cut = await house.app.inject({ method: 'POST', url: `/api/cases/${id}/documents`, headers: { ...headersOf(amina), 'content-type': formType }, payload: whole.subarray(0, 400_000) });
  t.match(cut.json(), { status: 400, code: 'upload-broken' }, 'a form without its end');
  const trailing = Buffer.concat([whole.subarray(0, -4), Buffer.from('\r\ncontent-disposition: form-data; name="title"\r\n\r\nautre\r\n'), whole.subarray(whole.lastIndexOf('--', whole.length - 6))]);
  t.equal((await house.app.inject({ method: 'POST', url: `/api/cases/${id}/documents`, headers: { ...headersOf(amina), 'content-type': formType }, payload: trailing })).statusCode, 400, 'nothing may follow the file');
  t.strictSame(await rows(), before);

  const dead = randomUUID();
  await house.superuser`insert into upload values (${dead}, ${id}, ${amina.person}, ${new Date(house.clock.now().getTime() - 61 * 60_000)})`;
  await house.superuser`insert into document_chunk values (${dead}, 0, ${randomBytes(10)})`;
  const young = randomUUID();
  await house.superuser`insert into upload values (${young}, ${id}, ${amina.person}, ${house.clock.now()})`;
  await t.rejects(house.core.database.withActor({ kind: 'person', id: roussel.person }, (tx) => tx.execute(`insert into document_chunk values ('${young}', 0, '\\x00')`)), 'nobody adds to the upload of another');
  await runJobs(house.core);
  t.strictSame(await rows(), { ...before, uploads: 1 }, 'the young one goes on');
  await house.superuser`delete from upload`;
});

t.test('Several uploads at once are several documents', async (t) => {
  const before = await documentsOf(bloch, id);
  const contents = Array.from({ length: 4 }, () => randomBytes(600_000));
  const answers = await Promise.all(contents.map((content, rank) => add(house, bloch, id, { title: `Pièce ${rank}` }, { content })));
  t.strictSame(answers.map(({ statusCode }) => statusCode), [201, 201, 201, 201]);
  for (const [rank, answer] of answers.entries()) t.ok((await download(house, bloch, id, idOf(answer))).rawPayload.equals(contents[rank] as Buffer));
  t.equal((await documentsOf(bloch, id)).length, before.length + 4);
});

t.test('What was changed in the database is refused, and alarmed', async (t) => {
  const [one, other] = [idOf(await add(house, amina, id, {}, { content: randomBytes(600_000) })), idOf(await add(house, amina, id, {}, { content: randomBytes(600_000) }))];
  const isDamaged = async (document: string, name: string): Promise<string> => {
    const asked = connectTo({ method: 'GET', path: `/api/cases/${id}/documents/${document}`, headers: headersOf(amina) });
    asked.end();
    const answer = await answerTo(asked);
    const body = await textOf(answer).catch(() => 'cut');
    t.ok(answer.statusCode === 500 || body === 'cut', name);

    return body;
  };
  const exchange = (ordinal: number) => house.superuser`update document_chunk c set sealed = o.sealed from document_chunk o
    where c.ordinal = ${ordinal} and o.ordinal = ${ordinal} and ((c.document_id = ${one} and o.document_id = ${other}) or (c.document_id = ${other} and o.document_id = ${one}))`;
  for (const ordinal of [0, 1]) {
    await exchange(ordinal);
    for (const document of [one, other]) await isDamaged(document, `chunk ${ordinal} of another document`);
    await exchange(ordinal);
  }
  t.equal((await download(house, amina, id, one)).statusCode, 200, 'put back, it opens');

  await house.superuser`update document_chunk set sealed = set_byte(sealed, 1000, get_byte(sealed, 1000) # 1) where document_id = ${one} and ordinal = 0`;
  t.match(JSON.parse(await isDamaged(one, 'a byte')), { status: 500, code: 'document-damaged' });
  await house.superuser`update document_chunk set sealed = set_byte(sealed, 1000, get_byte(sealed, 1000) # 1) where document_id = ${one} and ordinal = 0`;
  await house.superuser`delete from document_chunk where document_id = ${other} and ordinal = 2`;
  await isDamaged(other, 'a chunk removed');
  await house.superuser`update document set created_at = created_at + interval '1 second' where id = ${one}`;
  t.match(JSON.parse(await isDamaged(one, 'another date')), { code: 'document-damaged' });
  t.ok((await alarms()) >= 7, 'each is alarmed');
  const digests = await house.superuser`select d.digest = g.digest as is_same, d.id = ${other} as is_other from document d join ciphertext_digest('document', null, 1000) g on g.id = d.id where d.id in (${one}, ${other}) order by 2`;
  t.strictSame([...digests], [{ is_same: true, is_other: false }, { is_same: false, is_other: true }], 'and the auditor would see which');
  const journaled = await house.superuser`select exists (select from journal_section s where s.name = 'written' and s.clear and position(d.digest in s.sealed) > 0) as is_there from document d`;
  t.ok(journaled.length > 8 && journaled.every(({ is_there: isThere }) => isThere), 'since each digest is in the journal');
});

t.test('A recused delegate opens nothing more, even what they had open', async (t) => {
  const content = randomBytes(8 * megabyte);
  const document = idOf(await add(house, amina, id, { title: 'Long' }, { content }));
  const asked = connectTo({ method: 'GET', path: `/api/cases/${id}/documents/${document}`, headers: headersOf(fatou) });
  asked.end();
  const answer = await answerTo(asked);
  t.equal(answer.statusCode, 200);
  let length = 0;
  const ended = new Promise<string>((resolve) => answer.once('close', () => resolve(answer.complete ? 'whole' : 'cut')).on('error', () => {}));
  answer.once('data', (part: Buffer) => void ((length += part.length), answer.pause()));
  await until(async () => length > 0);
  t.match(await answered(fatou.post(`/api/cases/${id}/recusal`, {})), { status: 201 });
  const alarmed = await alarms();
  answer.on('data', (part: Buffer) => void (length += part.length)).resume();
  t.equal(await ended, 'cut');
  t.equal(await alarms(), alarmed, 'which is no damage');
  t.ok(length < content.length, 'the rest does not come');
  t.equal((await download(house, fatou, id, document)).statusCode, 404);
  t.strictSame(await documentsOf(fatou, id), []);
  t.equal((await download(house, helene, id, document)).statusCode, 200, 'who remains goes on');
});

t.test('A scanner refuses an infected document, and none is kept unscanned', async (t) => {
  const scanned = await fakeClamd(t);
  const before = await rows();
  Object.assign(house.core, { scan: clamdScan(scanned.path) });
  const eicar = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', 'STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('-'));
  t.match((await add(house, amina, id, {}, { content: Buffer.concat([randomBytes(400_000), eicar]) })).json(), { status: 422, code: 'document-refused' });
  t.strictSame(await rows(), before);
  const content = randomBytes(400_000);
  const clean = await add(house, amina, id, {}, { content });
  t.equal(clean.statusCode, 201);
  t.ok(scanned.received().includes(content), 'every byte was shown');
  t.ok((await download(house, amina, id, idOf(clean))).rawPayload.equals(content));
  Object.assign(house.core, { scan: clamdScan('/nowhere/clamd.ctl') });
  t.match((await add(house, amina, id, {}, { content })).json(), { status: 503, code: 'overloaded' }, 'no scanner, no document');
  Object.assign(house.core, { scan: undefined });
  t.equal((await rows()).uploads, 0);
});

t.test('Title, file name and content are nowhere in clear', async (t) => {
  const planted = `cahier-bleu-${randomBytes(6).toString('hex').replace(/\d/g, 'x')}`;
  const document = idOf(await add(house, amina, id, { title: `Le ${planted}` }, { name: `${planted}.pdf`, type: 'text/plain', content: Buffer.from(`${planted} `.repeat(20_000)) }));
  t.equal((await download(house, amina, id, document)).statusCode, 200);
  t.equal((await add(house, amina, id, { title: planted, kind: planted }, { name: planted })).statusCode, 400);
  t.strictSame(await columnsHolding(house.database.url('super'), [planted]), []);
  t.notOk(holds(Buffer.from(house.log.join('\n')), planted));
});

t.test('File names are safe to save', async (t) => {
  const names = { '../../etc/passwd': 'passwd', 'C:\\fakepath\\été.pdf': 'été.pdf', '.bashrc': 'bashrc', '..': 'document', '': 'document', 'a"b\r\n.pdf': 'ab.pdf', 'facture\u202Efdp.exe': 'facturefdp.exe' };
  for (const [given, safe] of Object.entries(names)) t.equal(safeFileName(given), safe);
  t.equal([...safeFileName(`${'é'.repeat(500)}.pdf`)].length, 120);
});

/** What is held beyond the beginning; the median, since buffers that nobody holds are freed a moment after they are collected. */
function watched() {
  collect();
  const from = process.memoryUsage().arrayBuffers;
  const seen: number[] = [];

  return {
    look: async () => {
      // Twice, with a pause: what is collected is freed on another thread.
      collect();
      await pause(50);
      collect();
      seen.push(process.memoryUsage().arrayBuffers - from);
    },
    megabytes: () => (seen.sort((one, other) => one - other)[Math.floor(seen.length / 2)] ?? NaN) / megabyte,
  };
}

async function textOf(answer: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part);

  return Buffer.concat(parts).toString('utf8');
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 500 && !(await condition()); tries += 1) await pause(10);
}

/** Speaks INSTREAM, and knows one signature. */
async function fakeClamd(t: { teardown(work: () => unknown): unknown }) {
  const folder = mkdtempSync(join(tmpdir(), 'entente-clamd-'));
  let last = Buffer.alloc(0);
  const server = createServer((socket) => {
    let held = Buffer.alloc(0);
    const content: Buffer[] = [];
    socket.on('error', () => {});
    socket.on('data', (part) => {
      held = Buffer.concat([held, part]);
      if (held.subarray(0, 10).toString() === 'zINSTREAM\0') held = held.subarray(10);
      while (held.length >= 4 && held.length >= 4 + held.readUInt32BE()) {
        const length = held.readUInt32BE();
        content.push(held.subarray(4, 4 + length));
        held = held.subarray(4 + length);
        if (length > 0) continue;
        last = Buffer.concat(content);
        socket.write(last.includes('EICAR-STANDARD-ANTIVIRUS-TEST-FILE') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
      }
    });
  });
  const path = join(folder, 'clamd.ctl');
  await new Promise<void>((resolve) => server.listen(path, resolve));
  t.teardown(() => {
    server.close();
    rmSync(folder, { recursive: true });
  });

  return { path, received: () => last };
}
