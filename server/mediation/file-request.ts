import { randomUUID } from 'node:crypto';
import type { Tx } from '../../db/client.ts';
import { professions } from '../../policies/charter/categories.ts';
import { deadline, type DeadlineRule } from '../../policies/charter/deadlines.ts';
import { localDate } from '../../policies/charter/calendar.ts';
import { territoryAt } from '../../policies/charter/territories.ts';
import { referrerCompetent } from '../../policies/charter/competence.ts';
import { decide } from '../../policies/decide.ts';
import type { Party } from '../../policies/charter/facts.ts';
import type { Guard, Tier } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { countOwn } from '../people/attempts.ts';
import { directoryFacts, type DirectoryFacts } from '../people/directory.ts';
import { Problem } from '../problems.ts';
import { foundCase } from '../vault/founding.ts';
import { firstContact } from '../people/choose-contact.ts';
import { writeEnrolment, type Enrolment } from '../people/enrol.ts';
import { removeDraft } from './drafts/draft.ts';
import { filingDates, filingReceipt, type FilingDates } from './filing-receipt.ts';
import { occupiedOffice, type Office } from './keys/new-case.ts';
import { insertCase, newReference, prepareCase, type FirstText } from './open-case.ts';
import { refused } from '../refusals.ts';
import type { PaperTold, PersonEntry, RequestBody } from './request-body.ts';

/** What is filed, apart from the account that may be made with it. */
export type Filing = Omit<RequestBody, 'credentials'>;

export type Filed = FilingDates & {
  case: string;
  reference: string;
  tier: Tier;
  receivedAt: string;
  /** IANA time zone of the establishment. */
  zone: string;
  /** SHA-256 in hexadecimal of `filed`, which the receipt repeats. */
  digest: string;
  filed: string;
};

/** Whoever is signed in, or a new account made with the request. */
export type Author = { session: Session } | { enrolment: Enrolment };
export type Route = { tier: Tier; office: Office; territoryId: string | null; zone: string };

/**
 * Files a request with the mediator of the establishment's territory, or signals a situation to its local scheme
 * (D art. 6 [L]; N22 [P]). With `enrolment`, the account is made in the same transaction: at 3 a.m., with nobody awake.
 * With `draft`, the 20 bytes of a resume code, that draft is deleted with it.
 * @throws Problem `person-out-of-scope`, `referrer-not-competent`, `office-empty`, `invalid-body`, `too-many`, `acted-first` when the
 *   draft was filed meanwhile
 */
export async function fileRequest(core: Core, author: Author, body: Filing, draft?: Uint8Array): Promise<Filed> {
  const session = 'enrolment' in author ? author.enrolment.opened.session : author.session;
  if ('session' in author) await countOwn(core, session, 'file');
  const at = core.clock();
  const actor = { kind: 'person', id: session.person } as const;
  const { facts, route } = await core.database.withActor(actor, async (tx) => {
    const facts = await directoryFacts(tx, at);

    return { facts, route: await routeOf(tx, facts, body, at) };
  });
  refuseUnless(body, facts);

  const own = randomUUID();
  const founding = foundCase(core.secrets.deployment.id, session.person, own, 'file');
  const row = {
    id: founding.caseId, reference: newReference(), tier: route.tier, officeId: route.office.id, territoryId: route.territoryId, purpose: body.purpose, state: 'received' as const,
    outcome: null, outcomeReason: null, suspendedAt: null, holders: 1, keysDue: false, inCharge: null, chargedAt: null, receivedAt: at, acknowledgedAt: null, consentedAt: null, closedAt: null,
  };
  const others = body.others.map((entry) => ({ id: randomUUID(), entry }));
  const rules: DeadlineRule[] = route.tier === 'local' ? ['local-proposal'] : ['acknowledgement', 'notices'];
  const deadlines = rules.map((rule) => deadline(rule, at, route.zone, facts.settings));
  const receipt = filingReceipt(row.reference, at, body);
  const prepared = await prepareCase(core, session, {
    row, office: route.office, capacity: 'party', priorStep: body.priorStep.outcome ?? null, deadlines,
    parties: [{ id: own, kind: 'person', representatives: [session.person] }, ...others.map(({ id, entry }) => ({ id, kind: entry.kind ?? 'person' }))],
    acts: [{ kind: 'file', subject: founding.subject }],
    texts: [...identities([{ id: own, entry: body.author }, ...others]), { place: { kind: 'account', subject: own }, kind: 'account', text: accountText(body, receipt.digest) }],
  });

  await core.database.withActor(actor, async (tx) => {
    if ('enrolment' in author) await enrolWithRequest(tx, core, author.enrolment, body);
    const written = await insertCase(tx, prepared);
    if (draft && !(await removeDraft(tx, draft))) throw new Problem('acted-first');
    await core.journal.append(tx, {
      event: 'deed', act: route.tier === 'local' ? 'signal' : 'file', actor: { kind: 'person', person: session.person, role: 'requester' }, subject: { caseId: row.id },
      detail: { tier: route.tier, parties: 1 + others.length }, written, signer: signerOf(session),
    });
  }, { caseId: row.id });

  return { case: row.id, reference: row.reference, tier: route.tier, receivedAt: at.toISOString(), zone: route.zone, ...filingDates(route.tier, at, route.zone, facts.settings), ...receipt };
}

async function enrolWithRequest(tx: Tx, core: Core, enrolment: Enrolment, { author }: Filing): Promise<void> {
  await writeEnrolment(tx, core, enrolment);
  await firstContact(tx, enrolment.opened.session.person, author.contact?.channel, core.clock());
}

/** The local scheme of the establishment; else its territory's mediator, or the national one before that opens (domain 3.1). */
export async function routeOf(tx: Tx, facts: DirectoryFacts, body: Pick<Filing, 'tier' | 'author'>, at: Date): Promise<Route> {
  const establishment = facts.establishments.find(({ id }) => id === (body.author.placement ?? body.author.establishment));
  const department = facts.departments.find(({ code }) => code === establishment?.departmentCode);
  if (!establishment || !department) throw new Problem('invalid-body', { errors: [{ field: 'author.establishment', message: 'Choisissez un établissement de la liste.' }] });

  const { zone } = department;
  if (body.tier === 'local') {
    const office = await localOffice(tx, establishment);
    if (!office) throw new Problem('office-empty');

    return { tier: 'local', office, territoryId: null, zone };
  }

  const routed = territoryAt(department.code, localDate(at, zone), facts);
  const territoryId = routed.office === 'regional' ? routed.territory.id : null;
  const regional = territoryId ? await occupiedOffice(tx, 'regional', { territoryId }) : undefined;
  if (regional) return { tier: 'regional', office: regional, territoryId, zone };

  const national = await occupiedOffice(tx, 'national', {});
  if (!national) throw new Problem('office-empty');

  return { tier: 'national', office: national, territoryId, zone };
}

/** The office of an establishment's own or shared scheme, where somebody receives signals. */
export async function localOffice(tx: Tx, { id, localScheme, sharedWith }: DirectoryFacts['establishments'][number]): Promise<Office | undefined> {
  return localScheme === 'none' ? undefined : occupiedOffice(tx, 'local', { establishmentId: sharedWith ?? id });
}

function refuseUnless(body: Filing, facts: DirectoryFacts): void {
  const rank = body.others.findIndex(({ kind = 'person' }) => kind !== 'person');
  // D art. 1, 3° [L]: prevention alone is between institutions or teams too.
  if (rank >= 0 && body.purpose !== 'prevention') throw new Problem('invalid-body', { errors: [{ field: `others.${rank}.kind`, message: 'Nommez des personnes : une équipe se nomme pour prévenir une difficulté.' }] });

  const decision = decide(['requester'], body.tier === 'local' ? 'signal' : 'file', { tier: body.tier, state: 'nothing', guards: filingGuards(body, facts) });
  if (!decision.allow) throw refused(decision.why);
}

/** Guards G1, G2 and G5. Prior step and exclusions are questions asked and recorded: the mediator judges them (domain 1.3). */
export function filingGuards(body: Pick<Filing, 'tier' | 'purpose' | 'author' | 'others'>, facts: DirectoryFacts): Partial<Record<Guard, boolean>> {
  const known = [body.author, ...body.others].every(({ establishment }) => facts.establishments.some(({ id }) => id === establishment));
  const competent = referrerCompetent({ tier: body.tier, referrer: { capacity: 'party', personKey: 'author' }, cosigners: [], parties: [partyIn(body.author, 'author')], establishments: withRegion(facts), regionalCase: null });

  return { 'purpose-set': body.purpose !== 'dispute' || body.others.length > 0, 'person-in-scope': known, 'referrer-competent': competent.ok };
}

/** A person named in a request as the rules see a party. */
export function partyIn(entry: PersonEntry, id: string): Party {
  return {
    id, personKeys: [id], categories: [professions[entry.profession]], establishmentId: entry.establishment,
    placementEstablishmentId: entry.placement ?? null, facultyId: entry.faculty ?? null, schoolId: entry.school ?? null,
  };
}

export function withRegion({ establishments, departments }: DirectoryFacts) {
  const regionOf = new Map(departments.map(({ code, regionCode }) => [code, regionCode]));

  return establishments.map((one) => ({ ...one, regionCode: regionOf.get(one.departmentCode) ?? '' }));
}

export function identities(parties: readonly { id: string; entry: PersonEntry }[]): FirstText[] {
  return parties.map(({ id, entry }) => ({ place: { kind: 'identity', subject: id }, kind: 'entry', text: JSON.stringify(entry) }));
}

export function accountText({ account, priorStep, exclusions, litigation, accompanied }: Pick<PaperTold, 'account' | 'priorStep' | 'exclusions' | 'litigation' | 'accompanied'>, digest?: string): string {
  return JSON.stringify({ ...account, priorStep, exclusions, litigation, accompanied, digest });
}
