import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import type { LightMyRequestResponse } from 'fastify';
import type { Client } from './client.ts';
import type { House } from './core.ts';
import { created, scene, consentedCases, type Scene } from './mediation-cast.ts';

type Fields = Record<string, string>;
type File = { name: string; type?: string; content: Buffer };

const boundary = `frontiere-${randomBytes(8).toString('hex')}`;
export const formType = `multipart/form-data; boundary=${boundary}`;

/** The bytes of a form before its file's content, and after. */
export function formAround(fields: Fields, { name, type = 'application/pdf' }: Omit<File, 'content'>): { before: Buffer; after: Buffer } {
  const plain = Object.entries(fields).map(([field, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`);

  return {
    before: Buffer.from(`${plain.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`),
    after: Buffer.from(`\r\n--${boundary}--\r\n`),
  };
}

export function form(fields: Fields, file: File): Buffer {
  const { before, after } = formAround(fields, file);

  return Buffer.concat([before, file.content, after]);
}

export function headersOf(who: Client): Record<string, string> {
  return who.token === '' ? {} : { 'entente-session': who.token, authorization: `Bearer ${who.jwt}` };
}

/** Adds a document through the API, without a network. */
export function add({ app }: House, who: Client, caseId: string, fields: Fields, file: Partial<File> = {}): Promise<LightMyRequestResponse> {
  const payload = form({ title: 'Un document', kind: 'account', ...fields }, { name: 'document.pdf', content: Buffer.from('Le contenu.'), ...file });

  return app.inject({ method: 'POST', url: `/api/cases/${caseId}/documents`, headers: { ...headersOf(who), 'content-type': formType }, payload });
}

export type Listed = { document: string; title: string; fileName: string; mediaType: string; size: number; compartment: string; subject: string | null; author: string; isCopy: boolean; visibility: string; class: string };

export async function documentsOf(who: Client, caseId: string): Promise<Listed[]> {
  const answer = await who.get(`/api/cases/${caseId}/documents`);

  return answer.statusCode === 200 ? answer.json<{ documents: Listed[] }>().documents : [];
}

export function download({ app }: House, who: Client, caseId: string, document: string): Promise<LightMyRequestResponse> {
  return app.inject({ method: 'GET', url: `/api/cases/${caseId}/documents/${document}`, headers: headersOf(who) });
}

/** A real connection to the service, which then listens. */
export async function dial(house: House): Promise<(options: { method: string; path: string; headers: Record<string, string> }) => ClientRequest> {
  const { port } = new URL(await house.app.listen({ host: '127.0.0.1', port: 0 }));

  return (options) => request({ host: '127.0.0.1', port, agent: false, ...options });
}

export async function answerTo(sent: ClientRequest): Promise<IncomingMessage> {
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];

  return answer;
}

/** A case in mediation: Hélène and Fatou delegated, nobody challenges, the room open. */
export async function inMediation(now: Scene): Promise<{ id: string; parties: [string, string, string]; helene: Client; fatou: Client }> {
  const { town: { claire, committee }, amina, roussel, bloch } = now;
  const [helene, , fatou] = committee as [Client, Client, Client];
  const [ready] = await consentedCases(now, 1);
  if (!ready) throw new Error('no case');
  await created(claire.post(`/api/cases/${ready.id}/designations`, { delegates: [helene.person, fatou.person] }));
  for (const party of [amina, roussel, bloch]) await created(party.post(`/api/cases/${ready.id}/challenge-waiver`, {}));
  await created(helene.post(`/api/cases/${ready.id}/beginning`, {}));
  await created(helene.post(`/api/cases/${ready.id}/room`, {}));

  return { ...ready, helene, fatou };
}

export { scene };
