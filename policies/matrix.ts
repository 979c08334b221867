import { documentWriters, openers, readers, writers, type DocumentPlace, type Opener } from './access.ts';
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
    '| compartment | read by | written freely by | documents added by | opened without reading by |',
    '|---|---|---|---|---|',
    ...compartmentKinds.map((kind) => row(kind, readers[kind].map(reader).join(', '), (writers[kind] ?? []).join(', '), kind in documentWriters ? documentWriters[kind as DocumentPlace].join(', ') : '', (openers[kind] ?? []).map(opener).join(', '))),
    '',
    'A person without a standing in a case does not see that it exists. A recused person has none, and of a transferred case only its parties keep theirs.',
    '',
    'A stand-in reads and does what the person in charge does, except what that person does in person; a successor reads it and only answers.',
    '',
    '## Who may do which act, from which state',
    '',
    '| tier | act | from | by | to | unless missing | mark |',
    '|---|---|---|---|---|---|---|',
    ...lifecycle.map((one: Transition) => row(one.tiers.join(', '), one.act, list(one.from), one.by.join(', ') || 'an invitation', list(one.to), one.guards.join(', '), one.mark)),
    '',
    `While the national mediator has neither accepted nor returned a referral, only these acts are possible in its case: ${lifecycle.filter((one: Transition) => one.whilePending).map(({ act }) => act).join(', ')}.`,
    '',
    `While a case is suspended, only these acts are possible in it: ${[...new Set(lifecycle.filter((one: Transition) => one.whileSuspended).map(({ act }) => act))].join(', ')}.`,
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

function opener({ standing, first, own }: Opener): string {
  const limits = [own && 'own', first && 'at the beginning'].filter(Boolean);

  return limits.length > 0 ? `${standing} (${limits.join(', ')})` : standing;
}

function list(value: readonly string[] | string): string {
  return typeof value === 'string' ? value : value.join(', ');
}

function mandates(one: ReachAct): string {
  if (one.founder && !one.elsewhere && !one.mandate) return 'whoever begins the case, for themselves';
  if (one.after) return `the author of its ${one.after}`;
  if (one.invitation) return 'whoever holds the key of the invitation';

  const held = [...(one.mandate ?? []), ...(one.elsewhere ?? []).map((role) => `${role} of another office`)].join(', ');

  return one.seconds ? `${held}, named by its ${one.seconds}` : held;
}
