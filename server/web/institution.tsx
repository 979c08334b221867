import type { App } from '../instance.ts';
import { listSentReferrals } from '../mediation/list-sent-referrals.ts';
import { listProposals, readProposal } from '../mediation/read-proposals.ts';
import { Problem } from '../problems.ts';
import { placesOf } from './forms/places.ts';
import { findProposal } from './institution/find-proposal.ts';
import { cosignForm } from './institution/cosign-form.tsx';
import { declineForm, withdrawForm } from './institution/forget-forms.tsx';
import { capacitiesHeld } from './institution/held.ts';
import { referring } from './institution/referring.tsx';
import { hereHref } from './pages/institution/addresses.ts';
import { InstitutionPage } from './pages/institution/home.tsx';
import { ProposalPage } from './pages/institution/proposal.tsx';
import { formRoutes } from './form-page.tsx';
import { show, type Site } from './site.ts';

/** « Saisines institutionnelles »: referring in the name of a function, alone or in two hands, and the little that follows. */
export function institution(app: App, site: Site): void {
  const { core } = site;

  app.get(hereHref, { config: { policy: { act: 'list-proposals', who: 'session' } }, schema: { hide: true } }, async (request, reply) => {
    const { session } = request;
    const [held, proposals] = await Promise.all([capacitiesHeld(core, session), listProposals(core, session)]);
    if (held.length + proposals.length === 0) throw new Problem('not-found');

    return show(reply, await (<InstitutionPage visit={await site.desk(request, reply)} mayRefer={held.length > 0} proposals={proposals} sent={await listSentReferrals(core, session)} />));
  });

  app.get<{ Params: { proposal: string } }>(`${hereHref}/:proposal`, { config: { policy: { act: 'read-proposal', who: 'session' } }, schema: { hide: true } }, async (request, reply) => {
    const { session, params } = request;
    const proposal = await findProposal({ core, session, params });
    const referral = proposal.state === 'open' ? (await readProposal(core, session, proposal.proposal)).referral : undefined;

    return show(reply, await (<ProposalPage visit={await site.desk(request, reply)} proposal={proposal} referral={referral} places={await placesOf(core)} />));
  });

  referring(app, site);
  formRoutes(app, site, [cosignForm, declineForm, withdrawForm]);
}
