import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { inflateSync } from 'node:zlib';
import { Chacha20Poly1305 } from '@hpke/chacha20poly1305';
import { CipherSuite, HkdfSha256 } from '@hpke/core';
import { XWing } from '@hpke/hybridkem-x-wing';
import fc from 'fast-check';
import t from 'tap';
import { projectRoot } from '../db/project-root.ts';
import { concat, enc, equal, fromBase64url, idBytes, idFrom, instant, sha256, toBase64url } from '../server/vault/bytes.ts';
import { messageKeys } from '../server/vault/chunk.ts';
import { identityFrom, verify } from '../server/vault/ed25519.ts';
import {
  ENVELOPE_OVERHEAD, EnvelopeError, open, openChunks, openChunksStream, openStream, seal, sealChunks, sealChunksStream, sealStream,
} from '../server/vault/envelope.ts';
import { dataKey, hkdf } from '../server/vault/hkdf.ts';
import { hpkeOpener, hpkeSeal, unsafeSuiteWith } from '../server/vault/hpke.ts';
import { nativeMlKem, portableMlKem } from '../server/vault/ml-kem.ts';
import { PaddingError, pad, padDocument, padme, unpad, unpadDocument } from '../server/vault/padding.ts';
import {
  OverloadError, PRODUCTION_COST, PassphraseError, checkPassphrase, createHasher, normalise,
} from '../server/vault/passphrase.ts';
import { SealError, closeSealing, keyPairFrom, openWith, sealTo } from '../server/vault/seal.ts';
import type { Sealed } from '../server/vault/seal.ts';

const fromHex = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'));
const toHex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const text = (words: string) => new TextEncoder().encode(words);
const flip = (bytes: Uint8Array, at: number) => bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
const property = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void | boolean, numRuns = 100) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns });

/** Any code points but lone surrogates. */
const anyText = fc
  .array(fc.oneof(fc.integer({ max: 0xd7ff, min: 0 }), fc.integer({ max: 0x10ffff, min: 0xe000 })), { maxLength: 600, size: 'max' })
  .map((codePoints) => String.fromCodePoint(...codePoints));

/** Vectors published by others, kept beside the checkout rather than in it. */
function published<Vectors>(name: string): Vectors | undefined {
  const file = join(projectRoot, '..', 'shared', 'vectors', name);

  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

const ours = JSON.parse(readFileSync(join(projectRoot, 'test/vectors/vault.json'), 'utf8'));

t.test('our own vectors pin every format', async (t) => {
  const { ids, enc: encoding, hkdf: derivation, dataKey: key, padding, envelope, xwing, ed25519 } = ours;

  const written = enc('vector', idBytes(ids.deployment), 'Amina a été entendue', 7, 2n ** 63n, instant(new Date('2026-03-02T08:30:00Z')), null);
  t.equal(toHex(written), encoding.bytes, 'enc');
  t.equal(toHex(sha256(written)), encoding.sha256, 'sha256');
  t.equal(toHex(hkdf(fromHex(derivation.ikm), fromHex(derivation.salt), derivation.info, 82)), derivation.okm, 'hkdf');
  const parts = { compartmentKey: fromHex(key.compartmentKey), shredKey: fromHex(key.shredKey), ...ids, epoch: key.epoch };
  t.equal(toHex(dataKey(parts)), key.bytes, 'data key');
  t.equal(toHex(sha256(pad(padding.text))), padding.sha256, 'padding');
  t.equal(toHex(sha256(await gathered(padDocument(given(new Uint8Array(padding.documentLength).fill(7)))))), padding.documentSha256, 'document padding');
  t.equal(toHex(open(fromHex(envelope.key), text(envelope.context), fromHex(envelope.sealed))), envelope.plaintext, 'envelope opens');
  t.equal(toHex(sealedWithSalt(envelope)), envelope.sealed, 'envelope seals');
  t.equal(toHex(sha256((await keyPairFrom(fromHex(xwing.seed))).publicKey)), xwing.publicKeySha256, 'X-Wing key pair');
  t.equal(toHex(identityFrom(fromHex(ed25519.seed)).publicKey), ed25519.publicKey, 'Ed25519 public key');
  t.equal(toHex(identityFrom(fromHex(ed25519.seed)).sign(text('Yves'))), ed25519.signature, 'Ed25519 signature');
});

/** What `seal` writes, with the vector's salt in place of a random one. */
function sealedWithSalt({ key, context, plaintext, salt }: Record<'key' | 'context' | 'plaintext' | 'salt', string>): Uint8Array {
  const suite = Uint8Array.of(1);

  return sealChunks(fromHex(key), concat(suite, text(context)), fromHex(plaintext), { prefix: suite, unsafeSalt: fromHex(salt) });
}

t.test('an encoding says which field is which', async (t) => {
  t.not(toHex(enc('act', 'Claire', 'Nadia')), toHex(enc('act', 'ClaireN', 'adia')), 'fields do not run together');
  t.not(toHex(enc('act', 'Claire')), toHex(enc('act', 'Claire', null)), 'an empty field counts');
  t.equal(toHex(enc('act', 'e\u0301')), toHex(enc('act', 'é')), 'one text, one encoding');
  t.equal(toHex(enc('act', 5)), toHex(enc('act', 5n)), 'a number and a bigint are the same integer');
  t.doesNotThrow(() => enc('act', new Uint8Array(65_535)));
  for (const field of [new Uint8Array(65_536), 'x'.repeat(65_536), -1, 1.5, 2 ** 53, -1n, 2n ** 64n]) {
    t.throws(() => enc('act', field), RangeError);
  }
  t.throws(() => instant(new Date('never')), RangeError);

  const field = fc.oneof(fc.uint8Array({ maxLength: 9 }), fc.string(), fc.maxSafeNat());
  property(fc.tuple(fc.array(field), fc.array(field)), ([some, others]) => {
    const same = some.length === others.length && some.every((one, at) => toHex(enc('', one)) === toHex(enc('', others[at] ?? null)));

    return equal(enc('act', ...some), enc('act', ...others)) === same;
  });
});

t.test('ids, equality and base64url keep their bytes', async (t) => {
  property(fc.uuid(), (id) => idFrom(idBytes(id.toUpperCase())) === id);
  t.throws(() => idBytes('Roussel'), RangeError);
  t.throws(() => idBytes(`${ours.ids.caseId} `), RangeError);
  t.throws(() => idFrom(new Uint8Array(15)), RangeError);
  t.ok(equal(text('Omar'), text('Omar')));
  t.notOk(equal(text('Omar'), text('Omas')));
  t.notOk(equal(text('Omar'), text('Oma')), 'another length is another value');
  property(fc.uint8Array(), (bytes) => equal(fromBase64url(toBase64url(bytes)), bytes));
  t.equal(toBase64url(Buffer.from('a longer text').subarray(2, 3)), 'bA', 'a view gives its own bytes only');
  for (const loose of ['bA==', 'b+', 'bB', ' bA']) t.throws(() => fromBase64url(loose), RangeError, loose);
});

t.test('a data key needs both secrets and its own place', async (t) => {
  const place = { ...ours.ids, epoch: 1, compartmentKey: randomBytes(32), shredKey: randomBytes(32) };
  const key = toHex(dataKey(place));
  const other = ours.ids.otherId;
  for (const change of [
    { compartmentKey: randomBytes(32) }, { shredKey: randomBytes(32) }, { deployment: other }, { caseId: other }, { compartment: other }, { epoch: 2 },
  ]) {
    t.not(toHex(dataKey({ ...place, ...change })), key, Object.keys(change).join());
  }
});

t.test('padding hides lengths and gives texts back', async (t) => {
  property(anyText, (words) => unpad(pad(words)) === words.normalize('NFC'));
  for (const length of [0, 1, 255, 256, 257, 600, 40_000]) {
    const document = new Uint8Array(randomBytes(length));
    const padded = await gathered(padDocument(given(document, 100)));
    t.equal(padded.length, Math.max(256, padme(length)), `a document of ${length} bytes is padded`);
    t.ok(equal(await gathered(unpadDocument(given(padded, 77), length)), document), 'and given back');
  }
  t.same([0, 252, 253, 508, 509].map((length) => pad('x'.repeat(length)).length), [256, 256, 512, 512, 1024]);
  t.equal(unpad(pad('\ufeffAmina')), '\ufeffAmina', 'a leading mark is text too');
  t.same([0, 1, 2, 9, 100, 1_000, 2 ** 20 + 1, 2 ** 40 + 1].map(padme), [0, 1, 2, 10, 104, 1_024, 2 ** 20 + 2 ** 15, 2 ** 40 + 2 ** 34]);
  property(fc.integer({ min: 2, max: 2 ** 48 }), (length) => padme(length) >= length && padme(length) / length <= 1.12 && padme(padme(length)) === padme(length));
});

t.test('malformed padding is refused', async (t) => {
  const padded = pad('Mme Roussel');
  const withLength = (length: number) => concat(Uint8Array.of(0, 0, length >> 8, length & 0xff), padded.subarray(4));
  const malformed = {
    'nothing': new Uint8Array(0),
    'shorter than the smallest': padded.subarray(0, 255),
    'longer than needed': concat(padded, new Uint8Array(256)),
    'not a power of two': concat(padded, new Uint8Array(1)),
    'a length beyond the end': withLength(253),
    'a last filler that is not zero': flip(padded, 255),
    'a first filler that is not zero': flip(padded, 15),
    'bytes that are no UTF-8': padded.map((byte, at) => (at === 4 ? 0xff : byte)),
  };
  for (const [name, bytes] of Object.entries(malformed)) t.throws(() => unpad(bytes), PaddingError, name);
  const document = await gathered(padDocument(given(new Uint8Array(1_000).fill(7))));
  await t.rejects(gathered(unpadDocument(given(concat(document, new Uint8Array(1))), 1_000)), PaddingError, 'a document too long by one');
  await t.rejects(gathered(unpadDocument(given(document), 999)), PaddingError, 'a document whose sheet says one byte less');
  await t.rejects(gathered(unpadDocument(given(document.subarray(0, -1)), 1_000)), PaddingError, 'a document cut by one');
});

async function* given(bytes: Uint8Array, pieceLength = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += pieceLength) yield bytes.subarray(at, at + pieceLength);
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(Uint8Array.from(piece));

  return concat(...all);
}

const KEY = randomBytes(32);
const CONTEXT = enc('item', idBytes(ours.ids.caseId), 3);

t.test('an envelope opens under its key and context, and only as it was', async (t) => {
  const bytes = fc.uint8Array({ maxLength: 300 });
  property(fc.tuple(bytes, bytes), ([context, plaintext]) => equal(open(KEY, context, seal(KEY, context, plaintext)), plaintext));
  property(fc.tuple(bytes, fc.nat()), ([plaintext, at]) => {
    const sealed = seal(KEY, CONTEXT, plaintext);
    t.throws(() => open(KEY, CONTEXT, flip(sealed, at % sealed.length)), EnvelopeError);
    t.throws(() => open(KEY, CONTEXT, sealed.subarray(0, at % sealed.length)), EnvelopeError);
    t.throws(() => open(KEY, flip(CONTEXT, at % CONTEXT.length), sealed), EnvelopeError);
    t.throws(() => open(flip(KEY, at % KEY.length), CONTEXT, sealed), EnvelopeError);
  });

  const sealed = seal(KEY, CONTEXT, text('La cheffe de bloc a crié.'));
  t.equal(sealed[0], 1, 'the suite byte comes first');
  t.equal(sealed.length, ENVELOPE_OVERHEAD + 26);
  t.not(toHex(seal(KEY, CONTEXT, text('La cheffe de bloc a crié.'))), toHex(sealed), 'two envelopes of one text differ');
  t.throws(() => openChunks(KEY, CONTEXT, sealed.subarray(1)), EnvelopeError, 'the suite byte is in the context');
  t.throws(() => open(KEY.subarray(1), CONTEXT, sealed), EnvelopeError, 'a short key');
  t.throws(() => seal(KEY.subarray(1), CONTEXT, sealed), RangeError, 'a short key seals nothing');
  t.throws(() => open(KEY, CONTEXT, sealed.subarray(0, -1)), { message: 'the envelope does not open' }, 'the message says no more');
});

t.test('a stream writes and reads what the one-shot functions do', async (t) => {
  for (const length of [0, 1, 16_383, 16_384, 16_385, 100_000]) {
    const plaintext = randomBytes(length);
    const sealed = await piped(sealStream(KEY, CONTEXT), plaintext, 1_000);
    t.ok(equal(open(KEY, CONTEXT, sealed), plaintext), `sealed as a stream, ${length} bytes`);
    t.ok(equal(await piped(openStream(KEY, CONTEXT), seal(KEY, CONTEXT, plaintext), 40_000), plaintext), `opened as a stream, ${length} bytes`);
    const unsafeSalt = randomBytes(24);
    const whole = sealChunks(KEY, CONTEXT, plaintext, { unsafeSalt });
    t.ok(equal(await piped(sealChunksStream(KEY, CONTEXT, { unsafeSalt }), plaintext, 7_777), whole), 'byte for byte');
  }

  const sealed = seal(KEY, CONTEXT, randomBytes(40_000));
  for (const at of [0, 1, 30, 60, 20_000, sealed.length - 1]) {
    await t.rejects(piped(openStream(KEY, CONTEXT), flip(sealed, at), 10_000), EnvelopeError, `a flipped byte at ${at}`);
  }
  for (const end of [0, 1, 57, 57 + 16_400, 57 + 2 * 16_400, sealed.length - 1]) {
    await t.rejects(piped(openStream(KEY, CONTEXT), sealed.subarray(0, end), 10_000), EnvelopeError, `cut at ${end}`);
  }
});

function piped(stream: ReturnType<typeof sealStream>, bytes: Uint8Array, pieceLength: number): Promise<Buffer> {
  const pieces = Array.from({ length: Math.ceil(bytes.length / pieceLength) }, (_, at) => bytes.subarray(at * pieceLength, (at + 1) * pieceLength));
  const source = Readable.from(pieces);
  source.on('error', (error) => stream.destroy(error));

  return buffer(source.pipe(stream));
}

type ChunkVectors = { testGroups: { tests: ChunkVector[] }[] };
type ChunkVector = {
  tcId: number; comment: string; key: string; ctx: string; ct: string; result: 'valid' | 'invalid';
  aeadKey?: string; baseNonce?: string; msgLength?: number; msgSha512?: string;
};

t.test('the published vectors of C2SP chunked encryption hold', async (t) => {
  const vectors = published<ChunkVectors>('c2sp_chunked_encryption_aes_256_gcm.json');
  if (!vectors) return t.comment('the published vectors are not beside this checkout');

  for (const vector of vectors.testGroups.flatMap(({ tests }) => tests)) {
    const [key, context, message] = [fromHex(vector.key), fromHex(vector.ctx), inflateSync(fromHex(vector.ct))];
    const name = `${vector.tcId} ${vector.comment}`;
    if (vector.aeadKey) {
      const keys = messageKeys(key, context, message.subarray(0, 24));
      t.same([toHex(keys.key), toHex(keys.nonce)], [vector.aeadKey, vector.baseNonce], `${name}: derived keys`);
    }
    const streamed = piped(openChunksStream(key, context), message, 50_000);
    if (vector.result === 'invalid') {
      t.throws(() => openChunks(key, context, message), EnvelopeError, name);
      await t.rejects(streamed, EnvelopeError, `${name}: streamed`);
      continue;
    }
    const plaintext = openChunks(key, context, message);
    t.equal(plaintext.length, vector.msgLength, name);
    t.equal(createHash('sha512').update(plaintext).digest('hex'), vector.msgSha512, `${name}: content`);
    t.ok(equal(await streamed, plaintext), `${name}: streamed`);
    const unsafeSalt = message.subarray(0, 24);
    t.ok(equal(sealChunks(key, context, plaintext, { unsafeSalt }), message), `${name}: sealed again`);
  }
});

type HpkeVector = {
  kem_id: number; kdf_id: number; info: string; ikmE: string; skRm: string; pkRm: string; enc: string;
  encryptions: Record<'aad' | 'ct' | 'pt', string>[];
  exports: { exporter_context: string; L: number; exported_value: string }[];
};

t.test('the published HPKE vector of X-Wing holds in both directions', async (t) => {
  const vector = published<HpkeVector[]>('hpke-pq.json')?.find((one) => one.kem_id === 0x647a && one.kdf_id === 1);
  if (!vector) return t.comment('the published vectors are not beside this checkout');

  t.equal(toHex((await keyPairFrom(fromHex(vector.skRm))).publicKey), vector.pkRm, 'public key from the private seed');
  const suite = unsafeSuiteWith(fromHex(vector.ikmE));
  const info = fromHex(vector.info);
  const { encapsulatedSecret, ctx: sender } = await suite.SetupSender(await suite.DeserializePublicKey(fromHex(vector.pkRm)), { info });
  t.equal(toHex(encapsulatedSecret), vector.enc, 'encapsulation');
  const recipient = await suite.SetupRecipient(await suite.DeserializePrivateKey(fromHex(vector.skRm)), fromHex(vector.enc), { info });
  for (const { aad, ct, pt } of vector.encryptions) {
    t.equal(toHex(await sender.Seal(fromHex(pt), fromHex(aad))), ct, 'sealed');
    t.equal(toHex(await recipient.Open(fromHex(ct), fromHex(aad))), pt, 'opened');
  }
  for (const { exporter_context, L, exported_value } of vector.exports) {
    t.equal(toHex(await recipient.Export(fromHex(exporter_context), L)), exported_value, 'exported');
  }
});

t.test('another HPKE implementation opens what we seal, and the reverse', async (t) => {
  const other = new CipherSuite({ kem: new XWing(), kdf: new HkdfSha256(), aead: new Chacha20Poly1305() });
  const claire = await keyPairFrom(randomBytes(32));
  const [info, plaintext] = [text('grant'), text('the key of a compartment')];
  const privateKey = await other.kem.deserializePrivateKey(claire.privateKey);
  const publicKey = await other.kem.deserializePublicKey(claire.publicKey);
  t.equal(toHex(new Uint8Array(await other.kem.serializePublicKey(publicKey))), toHex(claire.publicKey));

  const [sealed] = await sealTo([{ publicKey: claire.publicKey, info, plaintext }]);
  if (!sealed) return t.fail('nothing was sealed');
  const recipient = await other.createRecipientContext({ recipientKey: privateKey, enc: sealed.enc, info });
  t.same(new Uint8Array(await recipient.open(sealed.ciphertext)), plaintext, 'they open ours');

  const sender = await other.createSenderContext({ recipientPublicKey: publicKey, info });
  const theirs = { ciphertext: new Uint8Array(await sender.seal(plaintext)), enc: new Uint8Array(sender.enc) };
  t.same(await openWith(claire.privateKey, [{ sealed: theirs, info }]), [plaintext], 'we open theirs');
});

t.test('batches are sealed and opened in order, on worker threads', async (t) => {
  const [amina, yves] = await Promise.all([keyPairFrom(randomBytes(32)), keyPairFrom(randomBytes(32))]);
  const letters = ['one', 'two', 'three'].map((word) => ({ info: enc('grant', word), plaintext: text(word) }));
  const sealed = await sealTo(letters.map((letter) => ({ ...letter, publicKey: amina.publicKey })));
  const jobs = sealed.map((one, at) => ({ sealed: one, info: letters[at]?.info ?? CONTEXT }));
  t.same(await openWith(amina.privateKey, jobs), letters.map(({ plaintext }) => plaintext));
  t.same(sealed.map((one) => [one.enc.length, one.ciphertext.length]), [[1120, 19], [1120, 19], [1120, 21]]);
  t.same([await sealTo([]), await openWith(amina.privateKey, [])], [[], []], 'nothing asked, nothing done');

  const [first] = jobs;
  if (!first) return t.fail('nothing was sealed');
  const refused = (change: Partial<Sealed>, info = first.info, key = amina.privateKey) =>
    t.rejects(openWith(key, [first, { sealed: { ...first.sealed, ...change }, info }]), SealError);
  await refused({}, first.info, yves.privateKey);
  await refused({}, CONTEXT);
  await refused({ ciphertext: flip(first.sealed.ciphertext, 0) });
  await refused({ ciphertext: new Uint8Array(3) });
  await refused({ enc: flip(first.sealed.enc, 5) });
  await refused({ enc: flip(first.sealed.enc, 1_119) });
  await refused({ enc: first.sealed.enc.slice().fill(0, 1_088) });
  await refused({ enc: first.sealed.enc.subarray(1) });
  await t.rejects(sealTo([{ publicKey: amina.publicKey.subarray(1), ...first, plaintext: KEY }]), SealError, 'a short public key');
  await t.rejects(sealTo([{ publicKey: amina.publicKey.map(() => 0xff), ...first, plaintext: KEY }]), SealError, 'a public key out of range');
  await t.rejects(keyPairFrom(randomBytes(31)), SealError, 'a short seed');

  await closeSealing();
  t.ok(await keyPairFrom(randomBytes(32)), 'sealing starts again after it was closed');
});

t.test('HPKE on the calling thread agrees with the workers', async (t) => {
  const { publicKey, privateKey } = await keyPairFrom(randomBytes(32));
  const sealed = await hpkeSeal(publicKey, CONTEXT, KEY);
  t.same(await openWith(privateKey, [{ sealed, info: CONTEXT }]), [Uint8Array.from(KEY)]);
  const openOne = await hpkeOpener(privateKey);
  await t.rejects(openOne(sealed, text('another context')));
});

t.test('native and portable ML-KEM are interchangeable', async (t) => {
  if (!nativeMlKem) return t.comment('this Node has no native ML-KEM: the portable one serves');

  const seed = randomBytes(64);
  const { ciphertext, sharedSecret } = portableMlKem.encapsulate(nativeMlKem.keyFrom(seed).publicKey);
  t.same(nativeMlKem.keyFrom(seed).decapsulate(ciphertext), sharedSecret);
});

t.test('a signature is of one key over one message', async (t) => {
  const nadia = identityFrom(randomBytes(32));
  const omar = identityFrom(randomBytes(32));
  property(fc.tuple(fc.uint8Array({ minLength: 1 }), fc.nat()), ([message, at]) => {
    const signature = nadia.sign(message);
    t.ok(verify(nadia.publicKey, message, signature));
    t.notOk(verify(nadia.publicKey, flip(message, at % message.length), signature));
    t.notOk(verify(nadia.publicKey, message, flip(signature, at % 64)));
    t.notOk(verify(omar.publicKey, message, signature));
  }, 30);
  const signature = nadia.sign(KEY);
  for (const length of [0, 31, 33]) t.notOk(verify(new Uint8Array(length), KEY, signature), `a key of ${length} bytes`);
  for (const length of [0, 63, 65]) t.notOk(verify(nadia.publicKey, KEY, new Uint8Array(length)), `a signature of ${length} bytes`);
  t.notOk(verify(new Uint8Array(32).fill(0xff), KEY, signature), 'a key that is no point');
  t.throws(() => identityFrom(randomBytes(31)), RangeError);
});

const SMALL_COST = { memoryKiB: 64, passes: 1, lanes: 1 };
const SALT = new Uint8Array(16).fill(9);

t.test('passphrases are hashed by Argon2id, at the cost of production or of tests', async (t) => {
  t.same(PRODUCTION_COST, { memoryKiB: 65_536, passes: 3, lanes: 1 });
  const { cost, hash } = createHasher({ cost: SMALL_COST });
  t.same(cost, SMALL_COST);
  const hashed = await hash('le train de nuit pour Brest', SALT);
  t.equal(toHex(hashed), ours.argon2id.bytes);
  t.same(await hash('le train de nuit pour\u00a0Brest', SALT), hashed, 'NFKC is applied');
  t.notSame(await hash('le train de nuit pour Brest ', SALT), hashed, 'spaces are kept');
  t.notSame(await hash('le train de nuit pour Brest', flip(SALT, 0)), hashed);
  t.notSame(await createHasher({ cost: { ...SMALL_COST, passes: 2 } }).hash('le train de nuit pour Brest', SALT), hashed);
});

t.test('beyond its queue the hasher refuses at once, then serves again', async (t) => {
  const { hash } = createHasher({ cost: SMALL_COST, concurrency: 1, queue: 2 });
  const asked = Array.from({ length: 5 }, () => hash('le train de nuit pour Brest', SALT));
  const outcomes = await Promise.allSettled(asked);
  t.same(outcomes.map(({ status }) => status), ['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected']);
  for (const outcome of outcomes) if (outcome.status === 'rejected') t.type(outcome.reason, OverloadError);
  t.equal((await hash('le train de nuit pour Brest', SALT)).length, 64);
});

t.test('a passphrase is long, in NFKC, and free in everything else', async (t) => {
  t.equal(normalise('  ﬁn de garde à sept  '), '  fin de garde à sept  ', 'compatibility forms fold, spaces stay');
  t.throws(() => normalise('quatorze signe'), { name: 'PassphraseError', reason: 'too-short', message: 'passphrase too-short' });
  t.equal(normalise('quinze signes !'), 'quinze signes !');
  t.equal([...normalise('🌊'.repeat(256))].length, 256, 'code points are counted, up to 1,024 bytes');
  t.throws(() => normalise('🌊'.repeat(257)), PassphraseError);
  t.throws(() => normalise('e\u0301'.repeat(14)), PassphraseError, 'a letter and its accent are one');
});

t.test('what an attacker tries first is refused', async (t) => {
  const known = ['Centre hospitalier de Bretagne-Sud', 'médiatrice', 'Lorient'];
  const verdict = (passphrase: string) => checkPassphrase(passphrase, known);

  for (const chosen of [
    'le train de nuit pour Brest', 'trois cerises sur un vélo mouillé', 'xk3 vPq9 wLz7 tRb2', 'Lorient sous la brume orange', 'médiatrice à bicyclette 1987',
    '#&!?%*$+=@/;:,~^', 'قطار الليل إلى مدينة بعيدة', 'entente cordiale avec un tapir',
  ]) t.equal(verdict(chosen), 'ok', chosen);
  for (const common of [
    'aaaaaaaaaaaaaaaa', 'abababababababab', '!!!!!????!!!!!????', 'Soleil soleil Soleil', 'azertyuiop123456', 'abcdefghijklmnopqrstuvwxyz', 'poiuytreza 987654',
    '1 85 03 78 006 084 36', 'Je pense, donc je suis.', 'JE PENSE DONC JE SUIS 2026', 'Correct-Horse-Battery-Staple', 'je t’aime de tout mon cœur', 'Liberté Égalité Fraternité',
    'Entente Lorient 2026', 'Médiatrice du centre hospitalier', 'centrehospitalierdebretagnesud', 'mot de passe entente', 'Bretagne-Sud 56100 !', 'EntenteEntente56',
  ]) t.equal(verdict(common), 'too-common', common);
  t.equal(checkPassphrase('Médiatrice Lorient 2026', []), 'ok', 'words of a place count only there');
  t.equal(verdict('Entente 2026'), 'too-short');
  t.equal(verdict('Entente '.repeat(33)), 'too-long');
});

t.test('every phrase of the shipped list is refused, dressed up or not', async (t) => {
  const listed = readFileSync(join(projectRoot, 'server/vault/blocklist.txt'), 'utf8').split('\n').filter((line) => line && !line.startsWith('#'));
  t.ok(listed.length > 300, 'a few hundred phrases');
  t.same(listed.filter((phrase) => checkPassphrase(`${phrase.toUpperCase()} 1234`, []) !== 'too-common'), []);
});

t.teardown(closeSealing);
