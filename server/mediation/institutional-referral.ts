import { randomUUID } from 'node:crypto';
import { Type, type Static } from 'typebox';
import type { Tx } from '../../db/client.ts';
import { referrerCompetent } from '../../policies/charter/competence.ts';
import { deadline } from '../../policies/charter/deadlines.ts';
import { referralGrounds } from '../../policies/charter/reasons.ts';
import { functionsMeant, type Signatory } from '../../policies/charter/referrers.ts';
import { institutionalCapacities } from '../../policies/charter/words.ts';
import { decide } from '../../policies/decide.ts';
import type { Core, Session } from '../core.ts';
import { directoryFacts, type DirectoryFacts } from '../people/directory.ts';
import { capacitiesOf } from '../people/offices/institution.ts';
import { Problem } from '../problems.ts';
import { refused } from '../refusals.ts';
import { identities, partyIn, routeOf, withRegion, type Route } from './file-request.ts';
import { occupiedOffice } from './keys/new-case.ts';
import { newReference, prepareCase, type Opening, type PreparedCase } from './open-case.ts';
import { RequestBody } from './request-body.ts';

const words = <const Words extends readonly string[]>(list: Words) => Type.Unsafe<Words[number]>({ type: 'string', enum: [...list] });

/** What an institution writes: the parties, none of whom it is, and its own account. `place`: of the function, for whoever holds it in several. `override`: why the CNG comes before the regional examination has ended. */
export const InstitutionalReferral = Type.Object(
  {
    tier: words(['regional', 'national']),
    capacity: words(institutionalCapacities),
    place: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })),
    ...Type.Pick(RequestBody, ['purpose', 'account', 'priorStep', 'exclusions', 'consents']).properties,
    parties: Type.Array(RequestBody.properties.author, { minItems: 1, maxItems: 10 }),
    override: Type.Optional(words(referralGrounds)),
  },
  { additionalProperties: false },
);
export type InstitutionalReferral = Static<typeof InstitutionalReferral>;

/** Who signs, in which capacity, where it goes, and by whose directory that was judged. */
export type Judged = { referrer: Signatory; facts: DirectoryFacts; route: Route };

/**
 * The one who signs, in the capacity they name.
 * @throws Problem `not-found` when no mandate of theirs proves it, `invalid-body` naming `place` when several do
 */
export async function signatoryOf(tx: Tx, core: Core, person: string, named: Pick<InstitutionalReferral, 'capacity' | 'place'>, at: Date): Promise<Signatory> {
  const [held, ...others] = functionsMeant(await capacitiesOf(tx, core, person, at), named);
  if (!held) throw new Problem('not-found');
  if (others.length > 0) throw new Problem('invalid-body', { errors: [{ field: 'place', message: 'Vous exercez cette fonction en plusieurs lieux : dites au titre duquel vous saisissez.' }] });

  return held;
}

/**
 * Whether these hands may refer this, and where it goes (D art. 6, 10 [L]): guards G1, G2, G5, G17 and the joint signature.
 * @throws Problem `referrer-not-competent`, `cosigner-missing`, `regional-not-ended`, `purpose-missing`, `person-out-of-scope`, `office-empty`
 */
export async function judge(tx: Tx, body: InstitutionalReferral, { referrer, cosigners }: { referrer: Signatory; cosigners: readonly Signatory[] }, at: Date): Promise<Judged> {
  const facts = await directoryFacts(tx, at);
  const parties = body.parties.map((entry, place) => partyIn(entry, String(place)));
  const asked = { tier: body.tier, referrer, cosigners, parties, establishments: withRegion(facts), regionalCase: null, conditionLifted: body.override !== undefined };
  const competence = referrerCompetent(asked);
  const because = competence.ok ? undefined : competence.because;
  const decision = decide(['referrer'], 'refer-institutionally', {
    tier: body.tier, state: 'nothing',
    guards: {
      'purpose-set': body.purpose !== 'dispute' || body.parties.length > 1,
      'person-in-scope': body.parties.every(({ establishment }) => facts.establishments.some(({ id }) => id === establishment)),
      'regional-not-succeeded': because !== 'regional-not-failed',
      cosigned: because !== 'joint-signature-needed',
      'referrer-competent': because === undefined,
    },
  });
  if (!decision.allow) throw refused(decision.why);

  const theirs = body.parties.find((_, place) => referrerCompetent({ ...asked, parties: parties.slice(place, place + 1) }).ok) ?? body.parties[0];
  if (!theirs) throw new Problem('purpose-missing');
  const regional = await routeOf(tx, facts, { tier: 'regional', author: theirs }, at);

  return { referrer, facts, route: body.tier === 'national' ? await nationally(tx, regional) : regional };
}

async function nationally(tx: Tx, { territoryId, zone }: Route): Promise<Route> {
  const office = await occupiedOffice(tx, 'national', {});
  if (!office) throw new Problem('office-empty');

  return { tier: 'national', office, territoryId, zone };
}

/** Seals the case that a referral founds: identities for the register, the account for those who open requests, and its author until then. */
export async function prepareReferral(core: Core, session: Session, body: InstitutionalReferral, { referrer, facts, route }: Judged, opening: Pick<Opening, 'acts' | 'carried' | 'firstHand'> & { caseId: string; at: Date }): Promise<PreparedCase> {
  const { caseId, at, ...signed } = opening;
  const parties = body.parties.map((entry) => ({ id: randomUUID(), entry }));
  const { account, priorStep, exclusions, capacity } = body;

  return prepareCase(core, session, {
    ...signed,
    row: {
      id: caseId, reference: newReference(), tier: route.tier, officeId: route.office.id, territoryId: route.territoryId, purpose: body.purpose, state: 'received', outcome: null, outcomeReason: null, suspendedAt: null,
      holders: 1, keysDue: false, inCharge: null, chargedAt: null, receivedAt: at, acknowledgedAt: null, consentedAt: null, closedAt: null,
    },
    office: route.office, capacity: referrer.capacity, priorStep: priorStep.outcome ?? null,
    request: { override: body.override ?? null },
    authors: [{ person: session.person, standing: 'referrer', subject: null, since: at }],
    parties: parties.map(({ id }) => ({ id, kind: 'person' as const })),
    texts: [...identities(parties), { place: { kind: 'account', subject: null }, kind: 'account', text: JSON.stringify({ ...account, capacity, priorStep, exclusions }) }],
    deadlines: (['acknowledgement', 'notices'] as const).map((rule) => deadline(rule, at, route.zone, facts.settings)),
  });
}

/** What an author is told: when it counts from, and by when it is acknowledged. */
export type Sent = { case: string; reference: string; tier: Route['tier']; receivedAt: string; acknowledgedBy: string | null };

export function sent({ opening: { row, deadlines } }: PreparedCase): Sent {
  return {
    case: row.id, reference: row.reference, tier: row.tier === 'national' ? 'national' : 'regional', receivedAt: row.receivedAt.toISOString(),
    acknowledgedBy: deadlines.find(({ rule }) => rule === 'acknowledgement')?.dueOn ?? null,
  };
}
