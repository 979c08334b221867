import { createPublicKey, randomUUID } from 'node:crypto';
import jwt from '@fastify/jwt';
import type { FastifyRequest } from 'fastify';
import { Type, type Static } from 'typebox';
import { Value } from 'typebox/value';
import type { App } from '../instance.ts';
import { Problem } from '../problems.ts';
import { privateKeyFrom } from './token-key.ts';

/** Seconds. The machine's clock, not the service's: a token lives between two machines. */
export const tokenLifetime = 300;

/** RFC 9068: an access token, so that no other token signed by the same key could stand in. */
const typ = 'at+jwt';

const Claims = Type.Object(
  {
    iss: Type.String(),
    aud: Type.String(),
    sid: Type.String({ pattern: '^[A-Za-z0-9_-]{43}$' }),
    jti: Type.String({ format: 'uuid' }),
    iat: Type.Integer(),
    exp: Type.Integer(),
  },
  { additionalProperties: false },
);

/** No secret and no personal data: `sid` is the SHA-256 of the session's id, in base64url. */
export type Claims = Static<typeof Claims>;

export type Tokens = {
  /** A token of five minutes for this session. */
  issue(sid: string): string;
  /** The claims of the request's `Authorization: Bearer` token; throws Problem `signed-out` for anything but a token of ours. */
  verify(request: FastifyRequest): Claims;
};

declare module 'fastify' {
  interface FastifyInstance {
    tokens: Tokens;
  }
}

/** @param seed Ed25519 seed of 32 bytes. @param deployment UUID, the issuer and audience of every token. */
export async function tokens(app: App, { seed, deployment }: { seed: Uint8Array; deployment: string }): Promise<void> {
  const issuer = `urn:entente:${deployment}`;
  const audience = `${issuer}:api`;
  const key = privateKeyFrom(seed);

  await app.register(jwt, {
    secret: {
      private: key.export({ format: 'pem', type: 'pkcs8' }).toString(),
      public: createPublicKey(key).export({ format: 'pem', type: 'spki' }).toString(),
    },
    sign: { algorithm: 'EdDSA', header: { alg: 'EdDSA', typ }, iss: issuer, aud: audience, expiresIn: tokenLifetime },
    verify: {
      algorithms: ['EdDSA'],
      checkTyp: typ,
      allowedIss: issuer,
      allowedAud: audience,
      requiredClaims: ['iss', 'aud', 'sid', 'jti', 'iat', 'exp'],
      maxAge: tokenLifetime,
      cache: false,
    },
  });

  app.decorate('tokens', {
    issue: (sid: string) => app.jwt.sign({ sid, jti: randomUUID() }),
    verify: (request: FastifyRequest) => claimsOf(app, bearer(request)),
  });
}

function bearer({ headers }: FastifyRequest): string {
  const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/.exec(headers.authorization ?? '')?.[1];
  if (token === undefined || token.length > 1024) throw new Problem('signed-out');

  return token;
}

function claimsOf(app: App, token: string): Claims {
  const claims = verified(app, token);
  if (!Value.Check(Claims, claims)) throw new Problem('signed-out');

  return claims;
}

function verified(app: App, token: string): unknown {
  try {
    return app.jwt.verify(token);
  } catch {
    throw new Problem('signed-out');
  }
}
