import { openers, readers, type HeldStanding, type Reader } from '../../../policies/access.ts';
import { provenByMandate, reachActs, type ReachAct, type ReachActKind } from '../../../policies/signers.ts';
import type { Standing } from '../../../policies/vocabulary.ts';
import { verifyAct } from '../../vault/act.ts';
import { idBytes, idFrom } from '../../vault/bytes.ts';
import { verifyCurrent } from '../../vault/chain.ts';
import { foundedCase } from '../../vault/founding.ts';
import { verifyAcceptance } from '../../vault/invitation.ts';
import { mandatesAt, UntrustedError, type Verified, type World } from '../../vault/trust.ts';
import { sessionKeyOf } from './certified.ts';
import { absencesOf, hasAbsenceSubject } from './proven-absences.ts';
import { hasHandedOver } from './proven-charge.ts';
import type { ActRow, CaseView, CompartmentView } from './view.ts';

/** What signatures prove, whatever the rows say (design 4: a row never entitles). */
export type Proven = {
  /** Whether signed acts and mandates give this person this standing. */
  holds(held: Pick<HeldStanding, 'person' | 'standing' | 'subject'>): boolean;
  /** Whether this person opened this epoch (or, without a number, the compartment) by a valid act of theirs, as somebody who had a place in it. */
  opened(actId: string, person: string, compartment: Pick<CompartmentView, 'id' | 'kind' | 'subject'>, epoch?: number): boolean;
  /** Every standing the person was ever given by a valid act, or had by mandate at that instant. */
  standingsOf(person: string, at: Date): { standing: Standing; subject: string | null }[];
  /** The person's verified key statement, or undefined when nothing leads to root. */
  keysOf(person: string): Verified | undefined;
};

const openings: readonly string[] = ['open-compartment', 'open-epoch'];

type Given = { standing: Standing; subject: string | null };
type Place = Pick<Reader, 'standing' | 'own'>;

/** Standings that are somebody's for one party. */
const aboutParty: readonly Standing[] = ['party', 'clerk'];

/**
 * Folds the signed acts of a case in their order: each counts only if its signature, its author's certificate and chain,
 * and its author's right to do it (policies/signers) all hold at that moment.
 */
export function prove(view: CaseView, world: World): Proven {
  const given = new Map<string, Given[]>();
  const valid = new Map<string, ActRow>();
  const invited = new Map<string, { party: string; key: Uint8Array }>();
  const keysOf = remember((person: string) => current(person, world));
  const has = (person: string, standing: Standing) => (given.get(person) ?? []).some((one) => one.standing === standing);

  const signed = view.acts.filter((act) => hasWholeSubject(act) && isSigned(act, world));
  const taken: ActRow[] = [];
  const absences = absencesOf(taken, signed);
  const founders = new Map<string, string>();
  /** By kind of founding act: who founded, and the second hand it names. */
  const firstHands = new Map<string, { founder: string; second: string }>();
  const mayAct = (act: ActRow, rule: ReachAct): boolean => {
    if (rule.founder && !foundedCase(world.deployment, act.authorId, view.row.id, act.subject, act.kind)) return false;
    if (rule.seconds && (firstHands.get(rule.seconds)?.second !== act.authorId || firstHands.get(rule.seconds)?.founder === act.authorId)) return false;
    const roles = rolesAt(act.authorId, act.at, view.row.officeId, world, keysOf);
    const asksNothingElse = rule.founder === true && rule.elsewhere === undefined && rule.mandate === undefined;

    return (
      asksNothingElse ||
      (rule.after !== undefined && founders.get(act.authorId) === rule.after) ||
      (rule.mandate ?? []).some((role) => roles.here.includes(role)) ||
      (rule.elsewhere ?? []).some((role) => roles.anywhere.includes(role)) ||
      (rule.standing ?? []).some((standing) => has(act.authorId, standing) || (standing === 'in-charge' && !rule.inPerson && absences.covers(act.authorId, act.at))) ||
      (rule.invitation === true && isAccepted(act, view, invited, world, keysOf))
    );
  };

  for (const act of signed) valid.set(act.id, act);

  // Acts of one instant may rest on each other: they are taken as soon as what they rest on is proven.
  let waiting = signed.filter(({ kind }) => kind in reachActs);
  for (let count = -1; count !== 0; ) {
    const ready = waiting.filter((act) => mayAct(act, reachActs[act.kind as ReachActKind]));
    taken.push(...ready);
    for (const act of ready) {
      const rule: ReachAct = reachActs[act.kind as ReachActKind];
      if (rule.founder) founders.set(act.authorId, act.kind);
      if (rule.founder && act.subject) firstHands.set(act.kind, { founder: act.authorId, second: idFrom(act.subject.subarray(0, 16)) });
      if (act.kind === 'invite' && act.subject) invited.set(act.id, { party: idFrom(act.subject.subarray(0, 16)), key: act.subject.subarray(16 + 1216) });
      const { person, subject } = recipientOf(act, rule);
      const first = rule.seconds && firstHands.get(rule.seconds)?.founder;
      for (const hand of [person, first]) if (hand) given.set(hand, [...(given.get(hand) ?? []), ...rule.gives.map((standing) => ({ standing, subject: aboutParty.includes(standing) ? subject : null }))]);
    }
    waiting = waiting.filter((act) => !ready.includes(act));
    count = ready.length;
  }

  // What ends a place for good is a signed act too: a row that forgets it revives nothing.
  const recused = new Set(signed.filter(({ kind }) => kind === 'recuse').map(({ authorId }) => authorId));
  const challenged = new Set(signed.filter(({ kind, authorId, subject }) => kind === 'challenge' && subject?.length === 16 && has(authorId, 'party')).map(({ subject }) => idFrom(subject as Uint8Array)));
  const isParty = (person: string, party: string | null) => (given.get(person) ?? []).some((one) => one.standing === 'party' && one.subject === party);
  const byMandate = (person: string, standing: Standing, at: Date) => {
    const roles = (provenByMandate as Partial<Record<Standing, readonly string[]>>)[standing];

    return roles !== undefined && rolesAt(person, at, view.row.officeId, world, keysOf).here.some((role) => roles.includes(role));
  };

  const mayLeaveFor = ({ kind, authorId, at }: ActRow, party: string) => (kind === 'withdraw' && isParty(authorId, party)) || (kind === 'enter-withdrawal' && byMandate(authorId, 'secretary', at)); // on paper
  const left = new Set(signed.flatMap((act) => (act.subject?.length === 16 && mayLeaveFor(act, idFrom(act.subject)) ? [idFrom(act.subject)] : [])));

  const standingsOf: Proven['standingsOf'] = (person, at) => [
    ...(given.get(person) ?? []).filter(({ standing }) => standing !== 'stand-in' || absences.covers(person, at)),
    ...(Object.keys(provenByMandate) as Standing[]).filter((standing) => byMandate(person, standing, at)).map((standing) => ({ standing, subject: null })),
    { standing: 'self' as const, subject: person },
  ];

  return {
    holds: ({ person, standing, subject }) => {
      if (standing === 'self') return subject === person && keysOf(person) !== undefined;
      if (standing === 'former-party') return isParty(person, subject);
      if (standing === 'party') return isParty(person, subject) && !(subject !== null && left.has(subject));
      if (recused.has(person) && standing !== 'requester') return false;
      if (standing === 'delegate' && challenged.has(person)) return false;
      if (standing === 'in-charge' && hasHandedOver(taken, person)) return false;
      if (standing === 'stand-in') return byMandate(person, 'presiding', world.at) && absences.covers(person, world.at, view.row.inCharge);

      return byMandate(person, standing, world.at) || (given.get(person) ?? []).some((one) => one.standing === standing);
    },
    opened: (actId, person, compartment, epoch = 1) => {
      const act = valid.get(actId);
      if (act?.authorId !== person || act.compartmentId !== compartment.id || !openings.includes(act.kind)) return false;
      // The act that begins a compartment opens its first epoch and no other.
      const isFirst = act.kind === 'open-compartment';
      if (isFirst && epoch !== 1) return false;
      const places: readonly Place[] = [...readers[compartment.kind], ...(openers[compartment.kind] ?? []).filter(({ first }) => isFirst || !first)];

      return standingsOf(person, act.at).some(({ standing, subject }) => places.some((place) => place.standing === standing && (!place.own || subject === compartment.subject)));
    },
    standingsOf,
    keysOf,
  };
}

/** An id, two ids, or what an invitation names; anything else was planted, and must not stop the others. */
function hasWholeSubject({ subject }: ActRow): boolean {
  return subject === null || [16, 32, 16 + 1216 + 32].includes(subject.length) || hasAbsenceSubject(subject);
}

function isSigned(act: ActRow, world: World): boolean {
  const key = sessionKeyOf(world, act.certificateId, act.authorId, act.at);
  const asSigned = { id: act.id, kind: act.kind, caseId: act.caseId, subject: act.subject, compartment: act.compartmentId, previous: act.previousId, at: act.at };

  return key !== undefined && verifyAct(key, world.deployment, asSigned, act.signature, world.verify);
}

function rolesAt(person: string, at: Date, office: string, world: World, keysOf: Proven['keysOf']): { here: string[]; anywhere: string[] } {
  const keys = keysOf(person);
  if (!keys) return { here: [], anywhere: [] };

  const mandates = mandatesAt(keys, world, at);

  return { here: mandates.filter((one) => one.office === office).map(({ role }) => role), anywhere: mandates.map(({ role }) => role) };
}

/** The subject of `accept` is the party; the key of an invitation to it must have signed the acceptor's statement. */
function isAccepted(act: ActRow, view: CaseView, invited: ReadonlyMap<string, { party: string; key: Uint8Array }>, world: World, keysOf: Proven['keysOf']): boolean {
  if (!act.subject || !keysOf(act.authorId)) return false;
  const party = idFrom(act.subject.subarray(0, 16));

  return view.invitations.some(({ id, actId, acceptDigest, acceptSignature }) => {
    const invitation = invited.get(actId);
    if (invitation?.party !== party || !acceptDigest || !acceptSignature) return false;

    return world.lookup(acceptDigest)?.statement.person === act.authorId && verifyAcceptance(invitation.key, world.deployment, { invitation: id, statementDigest: acceptDigest, signature: acceptSignature });
  });
}

/** The subject is a person, a party (own request, acceptance), or a party and a person (representation). */
function recipientOf(act: ActRow, rule: ReachAct): { person: string | null; subject: string | null } {
  if (rule.to === 'nobody' || !act.subject) return { person: rule.to === 'author' ? act.authorId : null, subject: null };
  if (rule.to === 'author') return { person: act.authorId, subject: idFrom(act.subject.subarray(0, 16)) };
  if (act.subject.length === 32) return { person: idFrom(act.subject.subarray(16)), subject: idFrom(act.subject.subarray(0, 16)) };

  return { person: idFrom(act.subject.subarray(0, 16)), subject: null };
}

function current(person: string, world: World): Verified | undefined {
  try {
    return verifyCurrent(person, world);
  } catch (error) {
    if (error instanceof UntrustedError) return undefined;

    throw error;
  }
}

function remember<T>(find: (person: string) => T): (person: string) => T {
  const known = new Map<string, T>();

  return (person) => {
    if (!known.has(person)) known.set(person, find(person));

    return known.get(person) as T;
  };
}

/** The subject of a `represent` act: a party and the person who stands for it (32 bytes). */
export function representation(party: string, person: string): Uint8Array {
  return new Uint8Array([...idBytes(party), ...idBytes(person)]);
}
