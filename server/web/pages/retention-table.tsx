import { retentionSchedule, type RetentionGroup } from '../../../policies/charter/retention.ts';
import type { SettingKey } from '../../../policies/charter/settings.ts';
import type { listSettings } from '../../people/settings.ts';
import { type Cell, Table } from '../components/table.tsx';
import { Paragraph } from '../components/text.tsx';
import { fr } from '../words/fr.ts';

type RetentionTableProps = { settings: Awaited<ReturnType<typeof listSettings>>; more?: { column: string; cellOf(setting: SettingKey): Cell } };

/** What is kept, from which event, how long, and what then happens: the lengths are those in force, from the settings. */
export function RetentionTable({ settings, more }: RetentionTableProps): JSX.Element {
  const { groups, starts, ends, privacy } = fr.legal;
  const rows = (Object.keys(retentionSchedule) as RetentionGroup[]).map((group): Cell[] => {
    const { setting, from, then } = retentionSchedule[group];
    const found = settings.find(({ key }) => key === setting);

    return [groups[group], found ? fr.administration.amount(found.value, found.unit) : '', starts[from], ends[then], ...(more ? [more.cellOf(setting)] : [])];
  });

  return (
    <>
      <Paragraph text={privacy.byHand} />
      <Table caption={privacy.caption} columns={[privacy.what, privacy.howLong, privacy.from, privacy.then, ...(more ? [more.column] : [])]} rows={rows} />
    </>
  );
}
