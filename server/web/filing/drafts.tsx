import type { App } from '../../instance.ts';
import { deleteDraft } from '../../mediation/drafts/delete-draft.ts';
import { draftZone } from '../../mediation/drafts/draft.ts';
import { printRecoveryCode } from '../../vault/recovery-code.ts';
import type { FormBody } from '../forms/form-body.ts';
import { checkPage, pageOf, slugOf } from '../forms/steps.ts';
import { DraftPage } from '../pages/file-request/draft.tsx';
import { show, type Site } from '../site.ts';
import { heldDraft, takeDraftCookie } from './draft-cookie.ts';
import { faultsOf } from './faults.ts';
import { anyone } from './policy.ts';

/** The draft itself: its resume code, where one was, and its end. */
export function draftPages(app: App, site: Site): void {
  const { core, config } = site;

  app.get('/demande/brouillon', anyone, async (request, reply) => {
    const draft = await heldDraft(core, config, request);
    if (!draft) return reply.redirect('/demande', 303);
    const visit = await site.visit(request, reply, await site.visitor(request));

    return show(reply, await (<DraftPage visit={visit} code={printRecoveryCode(draft.code)} savedAt={draft.savedAt} eraseOn={draft.eraseOn} zone={draftZone} />));
  });

  app.get('/demande/suite', anyone, async (request, reply) => {
    const draft = await heldDraft(core, config, request);
    if (!draft) return reply.redirect('/demande', 303);
    const unfinished = faultsOf(draft.answers).map(({ field }) => slugOf(field)).find((slug) => slug !== undefined);

    return reply.redirect(unfinished ? pageOf(unfinished) : checkPage, 303);
  });

  app.post<{ Body: FormBody }>('/demande/suppression', anyone, async (request, reply) => {
    const draft = await heldDraft(core, config, request);
    if (!site.isFresh(request, request.body)) return reply.redirect('/demande/brouillon', 303);
    if (draft) await deleteDraft(core, draft.code);
    takeDraftCookie(reply, config);

    return reply.redirect('/demande?supprime=oui', 303);
  });
}
