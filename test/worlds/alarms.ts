import type postgres from 'postgres';
import { events } from '../../server/journal/classes.ts';
import { hourKeyInfo } from '../../server/journal/hour-keys.ts';
import { openSection } from '../../server/journal/sections.ts';
import type { RootKeys } from '../../server/vault/root.ts';
import { openWith } from '../../server/vault/seal.ts';

export type Alarm = { act: string; person: string | undefined };

/** Every alarm of the journal, opened with root's key as an auditor would. */
export async function alarmsOf(superuser: postgres.Sql, deployment: string, root: RootKeys): Promise<Alarm[]> {
  const keys = await hourKeysOf(superuser, deployment, root);
  const rows = await superuser<{ entry: string; name: 'event' | 'subject'; sealed: Uint8Array; key: string }[]>`
    select s.entry, s.name, s.sealed, s.key from journal_section s join journal_entry e on e.id = s.entry
    where e.class = ${events.alarm.class} and s.name in ('event', 'subject')`;
  const sectionOf = (entry: string, name: string) => {
    const row = rows.find((one) => one.entry === entry && one.name === name);
    const key = row && keys.get(row.key);
    if (!row || !key) throw new RangeError('an alarm has both sections');

    return openSection({ deployment, keyId: row.key, key, entry }, row.name, row.sealed) as Record<string, string>;
  };

  return [...new Set(rows.map(({ entry }) => entry))].map((entry) => ({ act: sectionOf(entry, 'event')['act'] ?? '', person: sectionOf(entry, 'subject')['person'] }));
}

async function hourKeysOf(superuser: postgres.Sql, deployment: string, root: RootKeys): Promise<Map<string, Uint8Array>> {
  const rows = await superuser<{ id: string; node: number; hour: Date; enc: Uint8Array; ciphertext: Uint8Array }[]>`select distinct on (id) id, node, hour, enc, ciphertext from journal_key`;
  const opened = await openWith(root.xwing.privateKey, rows.map((row) => ({ sealed: row, info: hourKeyInfo(deployment, row) })));

  return new Map(rows.map(({ id }, place) => [id, opened[place] as Uint8Array]));
}
