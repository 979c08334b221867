import { CipherSuite } from 'hpke';
import type { KEM, Key } from 'hpke';
import { chacha20Poly1305 } from './chacha20-poly1305.ts';
import { hkdfSha256 } from './hkdf-sha256.ts';
import { XWING, encapsulate, unsafeEncapsulateDerand, xwingKeyFrom } from './xwing.ts';
import type { Encapsulated, XWingKey } from './xwing.ts';

/** What HPKE gives for one recipient: `enc` of 1,120 bytes, ciphertext 16 bytes longer than the plaintext. */
export type Sealed = { enc: Uint8Array; ciphertext: Uint8Array };

/** HPKE base mode (RFC 9180), X-Wing, HKDF-SHA256, ChaCha20-Poly1305. Runs on the caller's thread: prefer `sealTo`. */
export async function hpkeSeal(publicKey: Uint8Array, info: Uint8Array, plaintext: Uint8Array): Promise<Sealed> {
  const recipient = await suite.DeserializePublicKey(publicKey);
  const { encapsulatedSecret, ciphertext } = await suite.Seal(recipient, plaintext, { info });

  return { enc: encapsulatedSecret, ciphertext };
}

/** Opens what was sealed to one 32-byte private key, expanded once for all openings. Rejects when something does not open. */
export async function hpkeOpener(privateKey: Uint8Array): Promise<(sealed: Sealed, info: Uint8Array) => Promise<Uint8Array>> {
  const recipient = await suite.DeserializePrivateKey(privateKey, false);

  return (sealed, info) => suite.Open(recipient, sealed.enc, sealed.ciphertext, { info });
}

/** The same suite with 64 chosen bytes in place of random ones at each encapsulation: for published vectors only. */
export function unsafeSuiteWith(randomness: Uint8Array): CipherSuite<HpkeKey> {
  return suiteOver((publicKey) => unsafeEncapsulateDerand(publicKey, randomness));
}

/** A key as `hpke` handles it; only a private one carries its expansion. */
export type HpkeKey = Key & { readonly publicKey: Uint8Array; readonly expanded?: XWingKey };

const suite = suiteOver(encapsulate);

function suiteOver(encapsulation: (publicKey: Uint8Array) => Encapsulated): CipherSuite<HpkeKey> {
  return new CipherSuite(() => xwingKem(encapsulation), hkdfSha256, chacha20Poly1305);
}

function xwingKem(encapsulation: (publicKey: Uint8Array) => Encapsulated): KEM<HpkeKey> {
  return {
    id: XWING.id,
    type: 'KEM',
    name: 'X-Wing',
    Nsecret: XWING.sharedSecret,
    Nenc: XWING.enc,
    Npk: XWING.publicKey,
    Nsk: XWING.privateKey,
    DeriveKeyPair: unused,
    GenerateKeyPair: unused,
    SerializePrivateKey: unused,
    SerializePublicKey: async (key) => key.publicKey,
    DeserializePublicKey: async (bytes) => ({ ...keyOf('public'), publicKey: bytes.slice() }),
    DeserializePrivateKey: async (seed) => {
      const expanded = xwingKeyFrom(seed);

      return { ...keyOf('private'), publicKey: expanded.publicKey, expanded };
    },
    Encap: async (recipient) => {
      const { enc, sharedSecret } = encapsulation(recipient.publicKey);

      return { enc, shared_secret: sharedSecret };
    },
    Decap: async (enc, recipient) => {
      if (!recipient.expanded) throw new TypeError('not a private key');

      return recipient.expanded.decapsulate(enc);
    },
  };
}

function keyOf(type: 'public' | 'private') {
  return { algorithm: { name: 'X-Wing' }, extractable: type === 'public', type };
}

/** Our keys come from seeds of our own, and a private key leaves only as its seed. */
function unused(): Promise<never> {
  return Promise.reject(new TypeError('not offered by this suite'));
}
