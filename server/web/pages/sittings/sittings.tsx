import type { Sitting } from '../../../mediation/list-sittings.ts';
import { LinkButton } from '../../components/button.tsx';
import { Page, type Visit } from '../../components/page.tsx';
import { Heading, Link, Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { Agenda } from './agenda.tsx';
import { sittingHeading } from './heading.ts';

const words = fr.sittings;

/** « Séances »: the next one with its agenda, then those that follow. */
export function SittingsPage({ visit, sittings: [next, ...later], schedules }: { visit: Visit; sittings: readonly Sitting[]; schedules: boolean }): JSX.Element {
  return (
    <Page title={words.title} visit={visit} current="sittings" width="full">
      <Heading level={1} text={words.title} />
      {next ? null : <Paragraph text={words.none} />}
      {next ? (
        <Section id="prochaine" heading={sittingHeading(next)}>
          <Agenda sitting={next} />
          <Paragraph text="">
            <Link href={`/seances/${next.sitting}`} text={words.open} />
          </Paragraph>
        </Section>
      ) : null}
      {later.length > 0 ? (
        <Section id="suivantes" heading={words.later}>
          {later.map((one) => (
            <Paragraph text="">
              <Link href={`/seances/${one.sitting}`} text={sittingHeading(one)} />
            </Paragraph>
          ))}
        </Section>
      ) : null}
      {schedules ? <LinkButton href="/seances/nouvelle" text={words.schedule} /> : null}
    </Page>
  );
}

/** One sitting. */
export function SittingPage({ visit, sitting, schedules }: { visit: Visit; sitting: Sitting; schedules: boolean }): JSX.Element {
  return (
    <Page title={sittingHeading(sitting)} visit={visit} current="sittings" width="full">
      <Paragraph text="">
        <Link href="/seances" text={words.back} />
      </Paragraph>
      <Heading level={1} text={sittingHeading(sitting)} />
      <Agenda sitting={sitting} />
      {schedules ? <LinkButton href={`/seances/${sitting.sitting}/inscription`} text={words.put} /> : null}
    </Page>
  );
}
