import { randomBytes } from 'node:crypto';
import type { InjectOptions, LightMyRequestResponse as Response } from 'fastify';
import type { App } from '../server/instance.ts';

export type Account = { name: string; address: string; passphrase: string; isShared: boolean };
type Body = Record<string, unknown>;

/** Someone at a machine: keeps their session and their token from one request to the next. */
export type Client = {
  /** Set once enrolled or signed in. */
  person: string;
  account: Account;
  recoveryCode: string;
  token: string;
  jwt: string;
  api(method: 'GET' | 'POST' | 'DELETE', url: string, body?: Body, headers?: Record<string, string>): Promise<Response>;
  get(url: string): Promise<Response>;
  post(url: string, body?: Body): Promise<Response>;
  del(url: string): Promise<Response>;
  enrol(account: Partial<Account> & Pick<Account, 'name' | 'address' | 'passphrase'>): Promise<Response>;
  signIn(change?: Partial<Account>): Promise<Response>;
  /** The same person at another machine, signed in again. */
  elsewhere(change?: Partial<Account>): Promise<Client>;
};

export function clientOf(app: App): Client {
  const remoteAddress = `10.${[...randomBytes(3)].join('.')}`;

  const client: Client = {
    person: '', recoveryCode: '', token: '', jwt: '',
    account: { name: '', address: '', passphrase: '', isShared: false },
    api: async (method, url, body, headers = {}) => {
      const own: Record<string, string> = client.token === '' ? {} : { 'entente-session': client.token, authorization: `Bearer ${client.jwt}` };
      const options: InjectOptions = { method, url, remoteAddress, headers: { ...own, ...headers }, ...(body && { payload: body }) };

      return app.inject(options);
    },
    get: (url) => client.api('GET', url),
    post: (url, body) => client.api('POST', url, body),
    del: (url) => client.api('DELETE', url),
    enrol: async (account) => {
      client.account = { isShared: false, ...account };

      return keep(client, await client.api('POST', '/api/people', client.account));
    },
    signIn: async (change = {}) => {
      client.account = { ...client.account, ...change };
      const { name: _, ...asked } = client.account;

      return keep(client, await client.api('POST', '/api/sessions', asked));
    },
    elsewhere: async (change) => {
      const other = clientOf(app);
      other.account = { ...client.account };
      await other.signIn(change);

      return other;
    },
  };

  return client;
}

/** Remembers what a successful answer gives: who, the session, its token, and the recovery code if there is one. */
export function keep(client: Client, answer: Response): Response {
  if (answer.statusCode !== 201) return answer;

  const { person, token, jwt, recoveryCode } = answer.json<{ person: string; token: string; jwt: string; recoveryCode?: string }>();
  Object.assign(client, { person, token, jwt, ...(recoveryCode && { recoveryCode }) });

  return answer;
}
