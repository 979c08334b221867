import { pendingShares } from '../../people/offices/pending-shares.ts';
import { shareOfficeKey } from '../../people/offices/share-office-key.ts';
import { Problem } from '../../problems.ts';
import { agreement } from '../asks.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { formPage, type Asking } from '../form-page.tsx';
import { zone } from '../zone.ts';
import { fr } from '../words/fr.ts';
import { dateInWords } from '../words/moments.ts';
import { officeNames } from '../office-name.ts';

const words = fr.administration;

/** Hands a key of the office to a member, after their name, mandate and registrar were shown: never silently. */
export const shareKeyForm = formPage({
  name: 'cle-remise',
  url: '/administration/cles/:key/:person',
  act: 'share-office-key',
  current: 'administration',
  back: () => '/administration',
  load: async ({ core, session, params }: Asking) => {
    const found = (await pendingShares(core, session)).find(({ officeKey, person }) => officeKey === params['key'] && person === params['person']);
    if (!found) throw new Problem('not-found');

    return { ...found, officeName: (await officeNames(core))(found.office) };
  },
  about: ({ name, use }) => `${name}, ${words.uses[use]}`,
  asks: () => ({ sure: agreement(words.asks.sure) }),
  recall: ({ name, role, officeName, use, registrar, since }) => (
    <SummaryList
      rows={[
        { key: words.person, value: name },
        { key: words.role, value: fr.account.roles[role] },
        { key: words.office, value: officeName },
        { key: words.registrar, value: registrar ?? words.byRoot },
        { key: words.since, value: dateInWords(since, zone) },
        { key: words.key, value: words.uses[use] },
      ]}
    />
  ),
  perform: ({ core, session }, { officeKey, person }) => shareOfficeKey(core, session, officeKey, person),
});
