import { cast, type Name } from './cast.ts';

/** What each could look at first, once signed in. */
const first: Partial<Record<Name, string>> = {
  amina: 'three cases: her accounts, her letters, the rooms, the agreement she signed',
  roussel: 'the same cases from her side; nothing of what Amina told the mediators',
  bloch: 'the same cases from his side',
  yves: 'the conciliation he ran and his note; nothing of what came after',
  claire: 'of the regional case, her own note: it was transferred',
  omar: 'a docket without content',
  helene: 'of the regional case, her own note',
  nadia: 'the national case: identities, letters, advices, the agreement; no room, no caucus',
  solene: 'identities and the copies she printed',
  isabelle: 'the national case from within: caucuses, room, plan, agreement',
  director: 'nothing: the letter came by post',
  loic: 'nothing: he sits in another region',
  administrator: 'offices and appointments; no case',
  registrar: 'mandates to countersign; no case',
};

/** The table of sign-ins, one line a person: name, role, address, passphrase, and what they could do first. */
export function signIns(): string {
  const rows = (Object.entries(first) as [Name, string][]).map(([name, what]) => [cast[name].name, cast[name].role, cast[name].address, cast[name].passphrase, what]);
  const lines = [['who', 'role', 'address', 'passphrase', 'look first at'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));

  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}
