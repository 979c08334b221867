import { cast } from './cast.ts';
import { local } from './texts/local.ts';
import { regional } from './texts/regional.ts';

const service = 'Pneumologie';
const amina = { name: cast.amina.name, function: 'Infirmière de nuit', profession: 'nurse', establishment: cast.amina.establishment, service };
const others = [
  { name: cast.roussel.name, function: 'Cadre de santé', profession: 'health-manager', establishment: cast.roussel.establishment, service, relation: 'agent-hierarchy' },
  { name: cast.bloch.name, function: 'Praticien hospitalier, chef de service', profession: 'hospital-practitioner', establishment: cast.bloch.establishment, service },
];
const common = {
  purpose: 'dispute', author: amina, others, exclusions: [], litigation: { declared: false, detail: '' }, accompanied: false,
  consents: { informedOfNotices: true, accurate: true },
};

/** What Amina sends to the local scheme at 03:10: the last of it makes her account. */
export const signal = {
  ...common,
  tier: 'local',
  account: { whatHappened: local.signalAccount, sinceWhen: '', effectOnWork: '', expectations: local.signalExpectations },
  priorStep: { form: 'none', from: null, to: null, attested: false },
  credentials: { address: cast.amina.address, passphrase: cast.amina.passphrase, shared: false },
};

/** What she files with a mediator, from the account she has. Days are local dates. */
export function mediationRequest(tier: 'regional' | 'national', { from, to }: { from: string; to: string }) {
  const { whatHappened, sinceWhen, effectOnWork, priorSteps, expectations } = regional;

  return {
    ...common,
    tier,
    account: { whatHappened, sinceWhen, effectOnWork, priorSteps, expectations },
    priorStep: { form: 'internal', from, to, outcome: 'failed', attested: true },
  };
}
