import type { FastifyReply } from 'fastify';
import type { Core, Session } from '../../core.ts';
import { exportCase } from '../../mediation/export-case.ts';
import { attach } from '../../plugins/attachment.ts';
import { listEstablishments } from '../../people/directory.ts';
import { CaseFile } from './case-file.tsx';

export const exportFormats = ['html', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Sends a party's export as a file, with its digest (RFC 9530). */
export async function sendExport(reply: FastifyReply, core: Core, session: Session, caseId: string, format: ExportFormat): Promise<FastifyReply> {
  const places = new Map((await listEstablishments(core)).map(({ id, name }) => [id, name]));
  const { reference, content, digest } = await exportCase(core, session, caseId, format, async (file) => (format === 'json' ? `${JSON.stringify(file, null, 2)}\n` : await (<CaseFile content={file} places={places} />)));

  return attach(reply, `dossier-${reference}.${format}`, format === 'json' ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8')
    .header('content-digest', `sha-256=:${Buffer.from(digest).toString('base64')}:`).send(content);
}
