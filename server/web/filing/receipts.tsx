import type { FastifyReply } from 'fastify';
import type { App } from '../../instance.ts';
import type { Filing } from '../../mediation/file-request.ts';
import { readReceipt } from '../../mediation/read-receipt.ts';
import { Problem } from '../../problems.ts';
import { sha256, utf8 } from '../../vault/bytes.ts';
import { summaryOf } from '../forms/filing-summary.ts';
import { textOf, type FormBody } from '../forms/form-body.ts';
import { placesOf } from '../forms/places.ts';
import { ReceiptFile } from '../pages/receipt-file.tsx';
import { ReceiptPage } from '../pages/receipt.tsx';
import { show, type Site } from '../site.ts';

type Params = { case: string };

/** The receipt of one's own request, as a page and as a file to keep. */
export function receiptRoutes(app: App, site: Site): void {
  const { core } = site;
  const own = { config: { policy: { act: 'read', who: 'session', reads: ['identity', 'account'] } }, schema: { hide: true } } as const;

  app.get<{ Params: Params }>('/demande/recu/:case', own, async (request, reply) =>
    show(reply, await (<ReceiptPage visit={await site.visit(request, reply, request.session)} receipt={await readReceipt(core, request.session, idIn(request.params))} />)));

  // The page shown after filing sends back the text that only it still has; the digest in the case says whether it is that one.
  app.post<{ Params: Params; Body: FormBody }>('/demande/recu/:case/fichier', own, async (request, reply) => {
    const kept = await readReceipt(core, request.session, idIn(request.params));
    const sent = textOf(request.body, 'filed');
    const filed = sent !== '' && Buffer.from(sha256(utf8(sent))).toString('hex') === kept.digest ? sent : undefined;
    const summary = filed === undefined ? [] : summaryOf(JSON.parse(filed) as Filing, (await placesOf(core)).nameOf);

    return asFile(reply, `recu-${kept.reference}.html`, await (<ReceiptFile receipt={{ ...kept, ...(filed !== undefined && { filed }) }} summary={summary} />));
  });
}

function asFile(reply: FastifyReply, name: string, page: string) {
  return reply.type('text/html; charset=utf-8').header('content-disposition', `attachment; filename="${name}"`).send(page);
}

function idIn(params: Params): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(params.case)) throw new Problem('not-found');

  return params.case;
}
