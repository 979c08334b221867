import { randomUUID } from 'node:crypto';
import type { Clock } from '../db/client.ts';

/** What came back: the status, and the body as text (a page, JSON, or nothing). */
export type Answer = { status: number; text: string };

export type Credentials = { name: string; address: string; passphrase: string };

/** Someone at a browser of their own: signs in when a session is due, and renews the token of the API. */
export type Client = {
  /** Known once enrolled or signed in. */
  person: string;
  recoveryCode: string;
  get(path: string): Promise<Answer>;
  post(path: string, body?: object): Promise<Answer>;
  del(path: string): Promise<Answer>;
  /** Before they have an account: what is sent makes one. */
  postUnknown(path: string, body: object): Promise<Answer>;
  enrol(): Promise<Answer>;
  signIn(): Promise<Answer>;
  /** Takes up the session that an answer opened: enrolment by a request or an invitation. */
  keep(opened: Opened): void;
  /** What the browser's cookie would hold; empty before a first session. */
  token(): string;
  /** The passphrase used at the next sign-in. */
  passphrase(): string;
  use(passphrase: string): void;
};

export type Opened = { person: string; token: string; jwt?: string; recoveryCode?: string };

type Place = {
  url: string;
  clock: Clock;
  /** The network address the person writes from, as the proxy in front of the service would tell it. */
  network: string;
  /** Sees every request and its answer. */
  watch(body: object | undefined, answer: Answer): void;
};
type Session = { token: string; jwt: string; jwtAt: number; startedAt: number; seenAt: number };

const MINUTE = 60_000;
/** Shorter than what the service allows (design 4): 30 minutes idle, 10 hours in all, 5 minutes for a token. */
const terms = { idle: 25 * MINUTE, whole: 9 * 60 * MINUTE, token: 4 * MINUTE };

/** @param credentials how the person signs in; without them, a visitor nobody knows */
export function clientOf(place: Place, credentials?: Credentials): Client {
  let known = credentials;
  let session: Session | undefined;
  let renewing: Promise<void> | undefined;

  const send = async (method: string, path: string, body?: object, headers: Record<string, string> = {}): Promise<Answer> => {
    const sent = await fetch(new URL(path, place.url), {
      method,
      headers: {
        accept: 'application/json', 'x-forwarded-for': place.network, ...headers,
        ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const answer = { status: sent.status, text: await sent.text() };
    place.watch(body, answer);

    return answer;
  };

  const signed = async (method: string, path: string, body?: object): Promise<Answer> => {
    if (!known) return send(method, path, body);
    // Whoever does several things at once signs in once.
    await (renewing ??= renew().finally(() => (renewing = undefined)));

    return send(method, path, body, session && { 'entente-session': session.token, authorization: `Bearer ${session.jwt}` });
  };

  const renew = async (): Promise<void> => {
    const now = place.clock().getTime();
    if (!session || now - session.seenAt > terms.idle || now - session.startedAt > terms.whole) await client.signIn();
    if (!session) return;
    if (Date.now() - session.jwtAt > terms.token) {
      const { jwt } = json<{ jwt: string }>(await send('POST', '/api/session/token', {}, { 'entente-session': session.token }));
      Object.assign(session, { jwt, jwtAt: Date.now() });
    }
    session.seenAt = now;
  };

  const opening = async (path: string, body: object): Promise<Answer> => {
    const answer = await send('POST', path, body);
    if (answer.status === 201) client.keep(json<Opened>(answer));

    return answer;
  };

  const client: Client = {
    person: '', recoveryCode: '',
    get: (path) => signed('GET', path),
    post: (path, body) => signed('POST', path, body),
    del: (path) => signed('DELETE', path),
    postUnknown: (path, body) => send('POST', path, body),
    enrol: () => opening('/api/people', { name: known?.name, address: known?.address, passphrase: known?.passphrase, isShared: false }),
    signIn: () => opening('/api/sessions', { address: known?.address, passphrase: known?.passphrase, isShared: false }),
    keep: ({ person, token, jwt = '', recoveryCode }) => {
      const now = place.clock().getTime();
      session = { token, jwt, jwtAt: jwt === '' ? 0 : Date.now(), startedAt: now, seenAt: now };
      Object.assign(client, { person, ...(recoveryCode && { recoveryCode }) });
    },
    token: () => session?.token ?? '',
    passphrase: () => known?.passphrase ?? '',
    use: (passphrase) => void (known = known && { ...known, passphrase }),
  };

  return client;
}

/** The body of an answer, of the shape its route promises. */
export function json<T>({ text }: Answer): T {
  return JSON.parse(text) as T;
}
