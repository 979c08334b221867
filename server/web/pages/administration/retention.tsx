import type { listSettings } from '../../../people/settings.ts';
import { Page, type Visit } from '../../components/page.tsx';
import { BackLink, Heading, Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { RetentionTable } from '../retention-table.tsx';

const words = fr.administration.retention;

/** The retention table, with the setting behind each length; the administrator decides it from there. */
export function RetentionPage({ visit, settings, mayDecide }: { visit: Visit; settings: Awaited<ReturnType<typeof listSettings>>; mayDecide: boolean }): JSX.Element {
  const settingCell = (key: keyof typeof fr.administration.settings) => (mayDecide ? { href: `/administration/reglages/${key}`, text: fr.administration.decide(fr.administration.settings[key]) } : fr.administration.settings[key]);

  return (
    <Page title={words.title} visit={visit} current="administration" width="full">
      <BackLink href="/administration" text={fr.formBack} />
      <Heading level={1} text={words.title} />
      <Paragraph text={words.intro} />
      <RetentionTable settings={settings} more={{ column: words.setting, cellOf: settingCell }} />
    </Page>
  );
}
