import { returnReasons } from '../../../policies/charter/reasons.ts';
import { acceptReferral } from '../../mediation/accept-referral.ts';
import { returnReferral } from '../../mediation/return-referral.ts';
import { choice } from '../asks.tsx';
import { deedPage, type DeedPage } from '../deed-page.tsx';
import { Travels } from '../pages/national/travels.tsx';
import { fr } from '../words/fr.ts';

const { asks, deeds, returnReasons: reasons } = fr.national;

const acceptReferralPage = deedPage({
  act: 'accept-referral',
  slug: 'acceptation-de-la-saisine',
  words: deeds['accept-referral'],
  isChecked: true,
  recall: () => <Travels />,
  perform: ({ core, session, caseId }) => acceptReferral(core, session, caseId),
});

const returnReferralPage = deedPage({
  act: 'return-referral',
  slug: 'renvoi-de-la-saisine',
  words: deeds['return-referral'],
  isChecked: true,
  asks: () => ({ reason: choice({ ...asks.returnReason, options: returnReasons.map((value) => ({ value, label: reasons[value] })) }) }),
  perform: ({ core, session, caseId }, { reason }) => returnReferral(core, session, caseId, reason),
});

/** What the national mediator or deputy answers to a referral. */
export const nationalDeeds: readonly DeedPage[] = [acceptReferralPage, returnReferralPage];
