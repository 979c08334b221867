import { createHmac, createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';

type Given = { deployment: string; sid: string; key: KeyObject };

/** Tokens for one living session, one of them genuine; the machine's clock dates them. */
export function forgedTokens({ deployment, sid, key }: Given): Record<string, string> {
  const now = Math.floor(Date.now() / 1000);
  const iss = `urn:entente:${deployment}`;
  const header = { alg: 'EdDSA', typ: 'at+jwt' };
  const claims = { sid, jti: randomUUID(), iss, aud: `${iss}:api`, iat: now, exp: now + 300 };
  const ours = (head: object, body: object) => signed(head, body, (text) => sign(null, text, key));
  const stranger = generateKeyPairSync('ed25519').privateKey;
  const publicPem = createPublicKey(key).export({ format: 'pem', type: 'spki' });

  return {
    genuine: ours(header, claims),
    'alg none': `${part({ ...header, alg: 'none' })}.${part(claims)}.`,
    'alg none, signed': ours({ ...header, alg: 'none' }, claims),
    'HMAC with the public key': signed({ ...header, alg: 'HS256' }, claims, (text) => createHmac('sha256', publicPem).update(text).digest()),
    'another key': signed(header, claims, (text) => sign(null, text, stranger)),
    'another type': ours({ ...header, typ: 'JWT' }, claims),
    'no type': ours({ alg: 'EdDSA' }, claims),
    'another issuer': ours(header, { ...claims, iss: 'urn:entente:autre' }),
    'another audience': ours(header, { ...claims, aud: iss }),
    expired: ours(header, { ...claims, iat: now - 600, exp: now - 300 }),
    'too long a life': ours(header, { ...claims, iat: now - 600, exp: now + 3600 }),
    'one claim more': ours(header, { ...claims, role: 'registrar' }),
    'another session': ours(header, { ...claims, sid: `${sid.slice(0, -4)}AAAA` }),
    truncated: ours(header, claims).slice(0, -4),
  };
}

function signed(header: object, claims: object, signer: (text: Buffer) => Buffer): string {
  const text = `${part(header)}.${part(claims)}`;

  return `${text}.${signer(Buffer.from(text)).toString('base64url')}`;
}

function part(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
