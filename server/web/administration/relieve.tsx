import { previewRelief } from '../../people/offices/preview-relief.ts';
import { relieve } from '../../people/offices/relieve.ts';
import { agreement } from '../asks.tsx';
import { SummaryList } from '../components/summary-list.tsx';
import { BulletList, Paragraph, Section } from '../components/text.tsx';
import { formPage, type Asking } from '../form-page.tsx';
import { fr } from '../words/fr.ts';
import { loadAppointmentFor, mandateRows } from './appointment.ts';

const words = fr.administration.relief;

/** Ends a mandate, after showing in numbers what that would leave. */
export const relieveForm = formPage({
  name: 'mandat-fin',
  url: '/administration/mandats/:appointment/fin',
  act: 'relieve',
  current: 'administration',
  back: () => '/administration',
  load: async (asking: Asking) => {
    const named = await loadAppointmentFor('relieve')(asking);

    return { named, counts: await previewRelief(asking.core, asking.session, named.id) };
  },
  about: ({ named }) => named.name,
  asks: () => ({ over: agreement(fr.administration.asks.over) }),
  recall: ({ named, counts: { inCharge, leftToOne } }) => (
    <>
      <SummaryList rows={mandateRows(named)} />
      <Section id="suites" heading={words.heading}>
        {inCharge + leftToOne === 0 ? <Paragraph text={words.none} /> : <BulletList items={[words.inCharge(String(inCharge)), words.leftToOne(String(leftToOne))]} />}
      </Section>
    </>
  ),
  perform: ({ core, session }, { named }) => relieve(core, session, named.id),
});
