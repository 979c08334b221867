import { readers, type Reader } from './access.ts';
import { institutionalCapacities } from './charter/words.ts';
import { compartmentKinds, officeKeyUses, presidingRoles, type CompartmentKind, type Standing } from './vocabulary.ts';

/**
 * The same reach as SQL: the functions that every later change of these rules writes anew. Functions belong to `reach`,
 * which is neither owner nor BYPASSRLS (design 3); plpgsql keeps their plans. `db/write-reach.ts` makes a migration of it.
 */
export function reachFunctions(): string {
  return [
    'grant create on schema public to reach;',
    `grant select on ${factTables.join(', ')} to reach;`,
    'set local role reach;',
    standingsFunction('standings_of_case', 'the_case uuid', 'm.office_id = (select office_id from case_file where id = the_case)', (branch) => `${branch.caseId} = the_case`),
    standingsFunction('standings_of_person', 'the_person uuid, the_case uuid', 'm.person_id = the_person', (branch) => `${branch.person} = the_person and (the_case is null or ${branch.caseId} = the_case)`),
    reachableCases,
    reachableCompartments(),
    caseReaders(),
    'revoke execute on function standings_of_case, standings_of_person, readers_of_case, reachable_cases, reachable_compartments from public;',
    'grant execute on function reachable_cases, reachable_compartments to app;',
    'set local role owner;',
    'revoke create on schema public from reach;',
  ].join('\n');
}

/** Where each standing comes from. Columns are named so that a filter on person or case meets an index. */
type Branch = { standing: Standing; person: string; caseId: string; subject?: string; since: string; from: string; where?: string };

/** `live`: the mandates in force that one call can need, read once for all branches. */
const officer = `live m on m.office_id = c.office_id`;
const unbarred = `c.state <> 'transferred' and not exists (select from recusal x where x.case_id = c.id and x.person_id = m.person_id)`;
const holding = (roles: readonly string[]) => `m.role in (${roles.map((role) => `'${role}'`).join(', ')}) and ${unbarred}`;
/** An absence names somebody for every case at once: not for one where they are a party, or were asked to sit. */
const apart = `not exists (select from representative r where r.case_id = c.id and r.person_id = m.person_id) and not exists (select from request q where q.case_id = c.id and q.author_id = m.person_id and q.capacity = 'party') and not exists (select from seat s where s.case_id = c.id and s.person_id = m.person_id)`;
const institutional = `q.capacity in (${institutionalCapacities.map((one) => `'${one}'`).join(', ')})`;
const onSeat = { person: 's.person_id', caseId: 's.case_id', from: `seat s join case_file c on c.id = s.case_id join ${officer} and m.person_id = s.person_id`, since: 's.convened_at' };

const representing = { person: 'r.person_id', caseId: 'r.case_id', subject: 'r.party_id', from: 'representative r join party p on p.id = r.party_id' };
const represents = '(r.until is null or r.until > entente_now())';

const branches: readonly Branch[] = [
  { standing: 'party', ...representing, since: 'r.since', where: `${represents} and p.withdrawn_at is null` },
  { standing: 'former-party', ...representing, since: 'p.withdrawn_at', where: `${represents} and p.withdrawn_at is not null` },
  { standing: 'requester', person: 'q.author_id', caseId: 'q.case_id', since: 'q.filed_at', from: 'request q', where: `q.channel = 'online' and (q.capacity = 'party' or (q.capacity = 'regional-mediator' and not exists (select from referral f where f.upper_case_id = q.case_id and f.answered_at is not null)))` },
  { standing: 'requester', person: 'r.person_id', caseId: 'r.case_id', since: 'r.since', from: 'representative r join request q on q.case_id = r.case_id and q.party_id = r.party_id', where: `q.channel <> 'online' and ${represents}` },
  { standing: 'clerk', person: 'q.author_id', caseId: 'q.case_id', subject: 'q.party_id', since: 'q.filed_at', from: 'request q', where: `(q.channel <> 'online' or ${institutional}) and not exists (select from case_file c where c.id = q.case_id)` },
  { standing: 'referrer', person: 'q.author_id', caseId: 'q.case_id', since: 'q.filed_at', from: 'request q', where: `${institutional} and q.taken_at is null` },
  { standing: 'register', person: 'm.person_id', caseId: 'c.id', since: 'm.valid_from', from: `case_file c join ${officer}`, where: `c.in_charge is null and ${holding(officeKeyUses.register)}` },
  { standing: 'request', person: 'm.person_id', caseId: 'c.id', since: 'm.valid_from', from: `case_file c join ${officer}`, where: `c.in_charge is null and ${holding(officeKeyUses.request)}` },
  { standing: 'secretary', person: 'm.person_id', caseId: 'c.id', since: 'm.valid_from', from: `case_file c join ${officer}`, where: holding(['secretary']) },
  { standing: 'presiding', person: 'm.person_id', caseId: 'c.id', since: 'm.valid_from', from: `case_file c join ${officer}`, where: holding(presidingRoles) },
  { standing: 'in-charge', person: 'c.in_charge', caseId: 'c.id', since: 'c.charged_at', from: `case_file c join ${officer} and m.person_id = c.in_charge`, where: holding(presidingRoles) },
  { standing: 'stand-in', person: 'm.person_id', caseId: 'c.id', since: 'a.from_at', from: `absence a join case_file c on c.office_id = a.office_id and c.in_charge = a.person_id join ${officer} and m.person_id = a.deputy_id`, where: `a.ended_at is null and a.from_at <= entente_now() and a.until_at > entente_now() and ${holding(presidingRoles)} and ${apart}` },
  { standing: 'successor', person: 'h.to_person', caseId: 'h.case_id', since: 'h.offered_at', from: `hand_over h join case_file c on c.id = h.case_id and c.in_charge = h.from_person join ${officer} and m.person_id = h.to_person`, where: `h.state = 'pending' and h.expires_at > entente_now() and ${holding(presidingRoles)}` },
  { standing: 'alternate', person: 'm.person_id', caseId: 'c.id', since: 'm.valid_from', from: `case_file c join ${officer}`, where: `c.tier = 'local' and c.in_charge <> m.person_id and ${holding(['conciliator', 'deputy'])}` },
  { standing: 'delegate', person: 'd.person_id', caseId: 'd.case_id', since: 'd.at', from: `designation d join case_file c on c.id = d.case_id join ${officer} and m.person_id = d.person_id`, where: `d.ended_at is null and ${holding(['member', 'mediator', 'deputy'])}` },
  { standing: 'convened', ...onSeat, where: `s.ended_at is null and not s.excluded and ${holding(['member', 'deputy'])}` },
  { standing: 'named', ...onSeat, where: `s.ended_at is null and s.answer = 'none' and ${holding(['member', 'deputy'])}` },
  { standing: 'seated', ...onSeat, where: `s.ended_at is null and s.seated_at is not null and ${holding(['member', 'deputy'])}` },
  { standing: 'self', person: 'k.subject', caseId: 'k.case_id', subject: 'k.subject', since: 'k.created_at', from: 'compartment k', where: `k.kind in ('notes', 'declaration') and (k.readable_until is null or k.readable_until > entente_now())` },
];

function standingsFunction(name: string, parameters: string, needed: string, filter: (branch: Branch) => string): string {
  const selects = branches.map(
    (branch) =>
      `    select ${branch.person}, ${branch.caseId}, '${branch.standing}'::text, ${branch.subject ?? 'null::uuid'}, ${branch.since}\n` +
      `      from ${branch.from}\n      where ${filter(branch)}${branch.where ? ` and ${branch.where}` : ''}`,
  );

  return `create or replace function ${name}(${parameters})
  returns table (person_id uuid, case_id uuid, standing text, subject uuid, since timestamptz)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query
    with live as materialized (select m.person_id, m.office_id, m.role, m.valid_from from live_mandate m where ${needed})
${selects.join('\n    union all\n')};
end $$;
`;
}

/** Cases that exist for the actor: any standing but one's own notes and an institution's own account, or an open invitation whose link they hold. */
const reachableCases = `create or replace function reachable_cases() returns setof uuid
  language plpgsql stable security definer set search_path = public as $$
begin
  if actor() is not null then
    return query select distinct s.case_id from standings_of_person(actor(), narrowed_case()) s where s.standing not in ('self', 'referrer');
  end if;
  if link() is not null then
    return query select i.case_id from invitation i where i.link_hash = link() and i.state = 'open' and i.expires_at > entente_now();
  end if;
end $$;
`;

/** Epochs (compartment, epoch) whose content exists for the actor. */
function reachableCompartments(): string {
  return `create or replace function reachable_compartments() returns setof uuid
  language plpgsql stable security definer set search_path = public as $$
begin
  if actor() is not null then
    return query
      select distinct e.id from standings_of_person(actor(), narrowed_case()) s
      join compartment k on k.case_id = s.case_id
      join epoch e on e.compartment_id = k.id
      where ${readRule()};
  end if;
  if link() is not null then
    return query select g.epoch_id from invitation i join key_grant g on g.recipient_kind = 'invitation' and g.recipient_id = i.id
      where i.link_hash = link() and i.state = 'open' and i.expires_at > entente_now();
  end if;
end $$;
`;
}

/** Every (epoch, person) of a case that \`decide(read)\` allows, and through which standing. */
function caseReaders(): string {
  return `create or replace function readers_of_case(the_case uuid)
  returns table (epoch_id uuid, compartment_id uuid, person_id uuid, standing text)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query
    select e.id, k.id, s.person_id, s.standing from standings_of_case(the_case) s
    join compartment k on k.case_id = s.case_id
    join epoch e on e.compartment_id = k.id
    where ${readRule()};
end $$;
`;
}

function readRule(): string {
  const rules = compartmentKinds.flatMap((kind) => readers[kind].map((reader) => ruleSql(kind, reader)));

  return `(${rules.join('\n        or ')})`;
}

function ruleSql(kind: CompartmentKind, reader: Reader): string {
  const conditions = [`k.kind = '${kind}'`, `s.standing = '${reader.standing}'`];
  if (reader.own) conditions.push('k.subject is not distinct from s.subject');
  if (reader.epochs === 'preparation') conditions.push(`e.audience = 'preparation'`);
  if (reader.epochs === 'since-designation') conditions.push(`e.audience = 'mediation'`, 'e.opened_at >= s.since');

  return conditions.join(' and ');
}

/** `own`: one's notes and declaration outlive one's standing in the case (design 4). */
export type Protection = { table: string; by: 'case' | 'epoch' | 'ring' | 'document'; insert?: string; id?: string; own?: string };

/** Tables under FORCE ROW LEVEL SECURITY whose rows belong to a case; `test/walls` walks them. */
export const protectedTables: readonly Protection[] = [
  { table: 'case_file', by: 'case', id: 'id' },
  { table: 'request', by: 'case', insert: 'author_id = actor()' },
  { table: 'party', by: 'case' },
  { table: 'representative', by: 'case' },
  { table: 'compartment', by: 'case', own: `kind in ('notes', 'declaration') and subject = actor()` },
  { table: 'epoch', by: 'case', own: 'id = any (array (select reachable_compartments()))' },
  { table: 'item', by: 'epoch' },
  { table: 'key_grant', by: 'epoch' },
  { table: 'ring_key', by: 'ring' },
  { table: 'seat', by: 'case' },
  { table: 'advice', by: 'case' },
  { table: 'consent', by: 'case' },
  { table: 'designation', by: 'case' },
  { table: 'challenge', by: 'case' },
  { table: 'meeting', by: 'case' },
  { table: 'notice', by: 'case' },
  { table: 'agreement', by: 'case' },
  { table: 'agreement_signature', by: 'case' },
  { table: 'object_agreement', by: 'case' },
  { table: 'evaluation', by: 'case' },
  { table: 'extension', by: 'case' },
  { table: 'extension_consent', by: 'case' },
  { table: 'companion', by: 'case' },
  { table: 'meeting_companion', by: 'case' },
  { table: 'recusal', by: 'case' },
  { table: 'deadline', by: 'case' },
  { table: 'invitation', by: 'case' },
  { table: 'hand_over', by: 'case' },
  { table: 'sitting_case', by: 'case' },
  { table: 'paper_entry', by: 'case' },
  { table: 'co_signature', by: 'case' },
  { table: 'document', by: 'epoch' },
  { table: 'document_chunk', by: 'document', insert: 'is_own_upload(document_id)' },
];

const factTables = protectedTables.map(({ table }) => table);

/** The row-level security of one protected table; a migration has it once. */
export function wallOf({ table, by, insert, id = 'case_id', own }: Protection): string {
  const ofCase = `${id} = any (array (select reachable_cases()))`;
  const seen = {
    case: ofCase,
    epoch: 'epoch_id = any (array (select reachable_compartments()))',
    ring: 'person_id = actor() and epoch_id = any (array (select reachable_compartments()))',
    document: 'exists (select from document d where d.id = document_id)',
  }[by];

  return [
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    `create policy reached on ${table} for select to app using (${own ? `${seen} or ${own}` : seen});`,
    `create policy added on ${table} for insert to app with check (${insert ?? ofCase});`,
    `create policy changed on ${table} for update to app using (${seen});`,
    `create policy removed on ${table} for delete to app using (${seen});`,
    `create policy facts on ${table} for select to reach using (true);`,
    '',
  ].join('\n');
}
