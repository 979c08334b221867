import { documentWriters, readers, writers, type DocumentPlace } from './access.ts';
import { lifecycle, type Transition } from './lifecycle.ts';
import { protectedTables } from './rows.ts';
import { reachActs, type ReachAct } from './signers.ts';
import { compartmentKinds } from './vocabulary.ts';

/** The text of `policies/MATRIX.md`: who reads what, who may do what, and who may sign what gives reach. */
export function matrix(): string {
  return [
    '# Who may do what',
    '',
    'Generated from this folder by `npm run matrix`; reviewed like a legal text. A test keeps it equal to the code.',
    '',
    '## Who reads which compartment',
    '',
    '| compartment | read by | written freely by | documents added by |',
    '|---|---|---|---|',
    ...compartmentKinds.map((kind) => row(kind, readers[kind].map(reader).join(', '), (writers[kind] ?? []).join(', '), kind in documentWriters ? documentWriters[kind as DocumentPlace].join(', ') : '')),
    '',
    'A person without a standing in a case does not see that it exists. A recused person has none, and of a transferred case only its parties keep theirs.',
    '',
    '## Who may do which act, from which state',
    '',
    '| tier | act | from | by | to | unless missing | mark |',
    '|---|---|---|---|---|---|---|',
    ...lifecycle.map((one: Transition) => row(one.tiers.join(', '), one.act, list(one.from), one.by.join(', ') || 'an invitation', list(one.to), one.guards.join(', '), one.mark)),
    '',
    `While the national mediator has neither accepted nor returned a referral, only these acts are possible in its case: ${lifecycle.filter((one: Transition) => one.whilePending).map(({ act }) => act).join(', ')}.`,
    '',
    '## Who may sign the acts that give reach',
    '',
    '| act | by mandate of the office | by an earlier act | gives | to |',
    '|---|---|---|---|---|',
    ...Object.entries<ReachAct>(reachActs).map(([kind, one]) => row(kind, mandates(one), (one.standing ?? []).join(', '), one.gives.join(', '), one.to)),
    '',
    '## Tables under row-level security',
    '',
    '| table | rows visible |',
    '|---|---|',
    ...protectedTables.map(({ table, by }) => row(table, { case: 'of cases within reach', epoch: 'of compartments within reach', ring: "one's own, of compartments within reach", document: 'of documents within reach' }[by])),
    '',
  ].join('\n');
}

function row(...cells: string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function reader({ standing, own, epochs }: (typeof readers)[keyof typeof readers][number]): string {
  const limits = [own && 'own', epochs === 'preparation' && 'until designation', epochs === 'since-designation' && 'from designation on'].filter(Boolean);

  return limits.length > 0 ? `${standing} (${limits.join(', ')})` : standing;
}

function list(value: readonly string[] | string): string {
  return typeof value === 'string' ? value : value.join(', ');
}

function mandates(one: ReachAct): string {
  if (one.founder && !one.elsewhere) return 'whoever begins the case, for themselves';
  if (one.after) return `the author of its ${one.after}`;
  if (one.invitation) return 'whoever holds the key of the invitation';

  return [...(one.mandate ?? []), ...(one.elsewhere ?? []).map((role) => `${role} of another office`)].join(', ');
}
