import type { Page } from 'playwright-core';
import type { Slug } from '../../server/web/forms/steps.ts';
import { fr } from '../../server/web/words/fr.ts';
import { valmont } from '../territory.ts';
import { answer, press } from './harness.ts';

type Answers = Readonly<Record<string, string>>;

export const whatHappened = 'Depuis le printemps, les plannings de nuit changent la veille.';

/** What Amina, night nurse, answers at each step. */
export const aminaWrites: Readonly<Record<Exclude<Slug, 'personnes' | 'pieces'>, Answers>> = {
  objet: { purpose: 'dispute' },
  vous: {
    'author.name': 'Amina Benali', 'author.function': 'Infirmière de nuit', 'author.profession': 'nurse', 'author.establishment': valmont.id, 'author.service': 'Pneumologie',
    'author.contact.channel': 'telephone', 'author.contact.value': '06 00 00 00 00', 'author.contact.when': 'Après 14 h', 'author.contact.discreet': 'yes',
  },
  situation: { 'account.whatHappened': whatHappened, 'account.sinceWhen': 'Depuis avril.', 'account.effectOnWork': 'L’équipe ne se parle plus.' },
  tentative: { 'priorStep.form': 'internal', 'priorStep.outcome': 'failed', 'priorStep.attested': 'no', 'litigation.declared': 'no' },
  attentes: { 'account.expectations': 'Des règles connues à l’avance.', accompanied: 'no' },
};

const others: readonly Answers[] = [
  { 'others.0.name': 'Sylvie Roussel', 'others.0.function': 'Cadre de santé', 'others.0.profession': 'health-manager', 'others.0.relation': 'agent-hierarchy' },
  { 'others.1.name': 'Étienne Bloch', 'others.1.function': 'Chef de service', 'others.1.profession': 'hospital-practitioner', 'others.1.relation': 'agent-hierarchy', 'others.1.isUnaware': 'yes' },
];

export const aminaAccount = { 'credentials.address': 'amina.benali@exemple.fr', 'credentials.passphrase': 'quatorze tisanes bleues', 'credentials.confirmation': 'quatorze tisanes bleues' };

/** The two persons she names: the second block comes when asked for. */
export async function nameOthers(page: Page): Promise<void> {
  await answer(page, others[0] ?? {});
  await press(page, fr.filing.others.more);
  await answer(page, others[1] ?? {});
}

/** The last page, to the receipt. */
export async function fileIt(page: Page): Promise<void> {
  await answer(page, { 'consents.informedOfNotices': 'yes', 'consents.accurate': 'yes', ...aminaAccount });
  await press(page, fr.filing.submit);
}
