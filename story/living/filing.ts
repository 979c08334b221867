import { StoryError } from '../telling.ts';
import type { Invited } from './plan.ts';
import type { Resident } from './resident.ts';
import type { Situation } from './situations.ts';
import type { Staff } from './staff.ts';
import type { Purpose } from '../../policies/vocabulary.ts';

type Filed = { case: string; reference: string };
type Asked = { tier: 'local' | 'regional'; purpose: Purpose; hasTried: boolean; others: readonly Staff[] };
type Account = { person: string; token: string; recoveryCode: string };

/** Somebody asks, and makes their account with the last of it. */
export async function file(author: Resident, who: Staff, texts: Situation, { tier, purpose, hasTried, others }: Asked): Promise<Filed> {
  const { whatHappened, sinceWhen, effectOnWork, expectations } = texts;
  const body = {
    tier, purpose, author: { ...entry(who), contact: { channel: 'email', value: '', when: 'le soir', discreet: true } },
    others: others.map((one) => ({ ...entry(one), relation: 'peers' })),
    account: { whatHappened, sinceWhen, effectOnWork, expectations }, exclusions: [], litigation: { declared: false, detail: '' }, accompanied: false,
    priorStep: { form: hasTried ? 'internal' : 'none', from: null, to: null, attested: false, ...(tier === 'regional' && { outcome: hasTried ? 'failed' : 'not_available' }) },
    consents: { informedOfNotices: true, accurate: true }, credentials: { address: who.address, passphrase: who.passphrase, shared: false },
  };

  return author.with(async (client) => {
    const answer = await client.postUnknown('/api/requests', body);
    if (answer.status !== 201) throw new StoryError(`${who.name} files: ${answer.status} ${answer.text.slice(0, 300)}`);
    const { account, ...made } = JSON.parse(answer.text) as Filed & { account: Account };
    client.keep(account);

    return made;
  });
}

/** Somebody invited accepts with an account made for it, and tells their side. */
export async function accept(who: Resident, { link, code }: Invited, account: string): Promise<void> {
  const { name, address, passphrase } = who.member;
  await who.with(async (client) => {
    const answer = await client.postUnknown('/api/invitations/enrolment', { link, code, account, name, address, passphrase, isShared: false });
    if (answer.status !== 201) throw new StoryError(`${name} accepts: ${answer.status} ${answer.text.slice(0, 300)}`);
    client.keep(JSON.parse(answer.text) as Account);
  });
}

function entry({ name, function: held, profession, establishment, service }: Staff) {
  return { name, function: held, profession, establishment, service };
}
