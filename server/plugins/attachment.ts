import type { FastifyReply } from 'fastify';

/** Has the browser save what follows under this name, and neither show it nor guess what it is. */
export function attach(reply: FastifyReply, fileName: string, type: string): FastifyReply {
  return reply.header('content-disposition', contentDisposition(fileName)).header('x-content-type-options', 'nosniff').type(type);
}

/** RFC 6266: a name in ASCII for whoever cannot read the other, which is UTF-8 (RFC 8187). */
function contentDisposition(fileName: string): string {
  const plain = fileName.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\w.() -]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
