import { recordSuddenAbsence } from '../../mediation/record-sudden-absence.ts';
import { Problem } from '../../problems.ts';
import { choice, localDay } from '../asks.tsx';
import { formPage, type Asking } from '../form-page.tsx';
import { fr } from '../words/fr.ts';
import { officeAsked } from './offices.ts';

const { asks } = fr.absences;

/** The secretary, or another who presides, says that somebody is away who could not say so. */
export const recordSuddenAbsenceForm = formPage({
  name: 'absence-constatee',
  url: '/absences/services/:office/constat',
  act: 'record-sudden-absence',
  current: 'week',
  back: () => '/absences',
  load: async (asking: Asking) => {
    const office = await officeAsked(asking);
    if (office.others.length === 0) throw new Problem('office-empty');
    const myself = office.presides ? [{ value: asking.session.person, label: asks.myself }] : [];

    return { ...office, standIns: [...office.options, ...myself] };
  },
  about: ({ name }) => name,
  asks: ({ options, standIns }) => ({ person: choice({ ...asks.absent, options }), deputy: choice({ ...asks.deputy, options: standIns }), lastDay: localDay(asks.lastDay) }),
  isChecked: true,
  perform: async ({ core, session }, { id }, answers) => {
    if (answers.deputy === answers.person) throw new Problem('invalid-body', { errors: [{ field: 'deputy', message: asks.samePerson }] });

    return recordSuddenAbsence(core, session, id, answers);
  },
});
