import { countersignMandate } from '../../people/offices/countersign-mandate.ts';
import { agreement, secret } from '../asks.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { formPage } from '../form-page.tsx';
import { fr } from '../words/fr.ts';
import { loadAppointmentFor, mandateRows } from './appointment.ts';

export const countersignMandateForm = formPage({
  name: 'mandat-contresignature',
  url: '/administration/mandats/:appointment/contresignature',
  act: 'countersign-mandate',
  current: 'administration',
  back: () => '/administration',
  load: loadAppointmentFor('countersign'),
  about: ({ name }) => name,
  asks: () => ({ sure: agreement(fr.administration.asks.sure), passphrase: secret() }),
  recall: (named) => <SummaryList rows={mandateRows(named)} />,
  perform: ({ core, session }, { id }, { passphrase }) => countersignMandate(core, session, id, passphrase),
});
