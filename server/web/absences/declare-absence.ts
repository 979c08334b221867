import { declareAbsence } from '../../mediation/declare-absence.ts';
import { Problem } from '../../problems.ts';
import { choice, localDay } from '../asks.tsx';
import { formPage, type Asking } from '../form-page.tsx';
import { fr } from '../words/fr.ts';
import { officeAsked } from './offices.ts';

const { asks } = fr.absences;

/** Whoever runs cases says when they will be away, and who takes their place. */
export const declareAbsenceForm = formPage({
  name: 'absence-declaree',
  url: '/absences/services/:office/declaration',
  act: 'declare-absence',
  current: 'week',
  back: () => '/absences',
  load: async (asking: Asking) => {
    const office = await officeAsked(asking);
    if (!office.presides) throw new Problem('not-found');
    if (office.others.length === 0) throw new Problem('office-empty');

    return office;
  },
  about: ({ name }) => name,
  asks: ({ options }) => ({ firstDay: localDay(asks.firstDay), lastDay: localDay(asks.lastDay), deputy: choice({ ...asks.deputy, options }) }),
  isChecked: true,
  perform: ({ core, session }, { id }, answers) => declareAbsence(core, session, id, answers),
});
