import { signMandate } from '../../people/offices/sign-mandate.ts';
import { currentUndertaking, undertakingText } from '../../people/offices/undertaking-text.ts';
import { secret } from '../asks.tsx';
import { Document } from '../components/document.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { Section } from '../components/text.tsx';
import { formPage } from '../form-page.tsx';
import { fr } from '../words/fr.ts';
import { loadAppointmentFor, mandateRows } from './appointment.ts';

export const signMandateForm = formPage({
  name: 'mandat-signature',
  url: '/administration/mandats/:appointment/signature',
  act: 'sign-mandate',
  current: 'administration',
  back: () => '/administration',
  load: loadAppointmentFor('sign'),
  asks: () => ({ passphrase: secret() }),
  recall: (named) => (
    <>
      <SummaryList rows={mandateRows(named)} />
      <Section id="engagement" heading={fr.administration.undertaking}>
        <Document text={undertakingText(currentUndertaking) ?? ''} />
      </Section>
    </>
  ),
  perform: ({ core, session }, { id }, { passphrase }) => signMandate(core, session, id, passphrase),
});
