import { endAbsence } from '../../mediation/end-absence.ts';
import { listAbsences } from '../../mediation/list-absences.ts';
import { Problem } from '../../problems.ts';
import { SummaryList } from '../components/summary-list.tsx';
import { formPage, type Asking } from '../form-page.tsx';
import { absenceTerm } from '../pages/absences.tsx';
import { fr } from '../words/fr.ts';
import { ownOfficesNamed } from './offices.ts';

const words = fr.absences;

/** Ends an absence before its last day, or one to come. */
export const endAbsenceForm = formPage({
  name: 'absence-terminee',
  url: '/absences/:absence/fin',
  act: 'end-absence',
  current: 'week',
  back: () => '/absences',
  load: async ({ core, session, params }: Asking) => {
    for (const office of await ownOfficesNamed({ core, session })) {
      const found = (await listAbsences(core, session, office.id)).find(({ absence, mayEnd }) => absence === params['absence'] && mayEnd);
      if (found) return { ...found, office: office.name };
    }

    throw new Problem('not-found');
  },
  about: ({ name }) => name ?? words.gone,
  asks: () => ({}),
  recall: (found) => (
    <SummaryList
      rows={[
        { key: words.office, value: found.office },
        { key: words.person, value: found.name ?? words.gone },
        { key: words.standIn, value: found.standInName ?? words.gone },
        { key: words.term, value: absenceTerm(found) },
      ]}
    />
  ),
  perform: ({ core, session }, { absence }) => endAbsence(core, session, absence),
});
