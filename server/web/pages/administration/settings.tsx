import type { listSettings } from '../../../people/settings.ts';
import { Page, type Visit } from '../../components/page.tsx';
import { type Cell, Table } from '../../components/table.tsx';
import { BackLink, Heading, Paragraph } from '../../components/text.tsx';
import { dayInWords } from '../../words/due.ts';
import { fr } from '../../words/fr.ts';

type Listed = Awaited<ReturnType<typeof listSettings>>[number];

const words = fr.administration;

/** Every setting with its value, its mark and what is decided for later; the administrator decides one from here. */
export function SettingsPage({ visit, settings, mayDecide }: { visit: Visit; settings: readonly Listed[]; mayDecide: boolean }): JSX.Element {
  const rows = settings.map(({ key, value, unit, mark, isDecided, later }): Cell[] => {
    const inWords = (number: number) => words.amount(number, unit);
    const coming = later.map((one) => words.later(inWords(one.value), dayInWords(one.validFrom))).join(', ');

    return [
      words.settings[key], inWords(value), isDecided ? words.decided(words.marks[mark]) : words.marks[mark], coming || words.none,
      ...(mayDecide ? [{ href: `/administration/reglages/${key}`, text: words.decide(words.settings[key]) }] : []),
    ];
  });

  return (
    <Page title={words.settingsTitle} visit={visit} current="administration" width="full">
      <BackLink href="/administration" text={fr.formBack} />
      <Heading level={1} text={words.settingsTitle} />
      <Paragraph text={words.settingsIntro} />
      <Table caption={words.settingsCaption} columns={[words.setting, words.value, words.mark, words.coming, ...(mayDecide ? [words.todo] : [])]} rows={rows} />
    </Page>
  );
}
