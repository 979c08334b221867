import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { party, seat } from '../../db/schema/index.ts';
import { hasCharge } from '../../policies/access.ts';
import { decide } from '../../policies/decide.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import { openEveryParty, type CaseParties } from './case-parties.ts';
import { performDeed } from './deed.ts';
import type { SignedAct } from './signed-act.ts';
import { barredBy } from './exclusions.ts';
import type { NewCompartment } from './keys/planning.ts';
import { compartmentOf, loadCase, standingsOf, type CaseView } from './keys/view.ts';
import { isPeer, officeMembers, type OfficeMember } from './office-members.ts';
import { startDeadline } from './start-deadline.ts';

/** `text`: establishments, services and families of profession. `names`: opened later to those who saw no link. */
export type Convocation = { members: readonly string[]; text: string; names?: string };
export type Convened = { convened: string[]; excluded: string[]; dueOn: string };

/**
 * Convenes members of the office by name (D art. 6 [L]). First stage of the declaration of interests (design 6): who works
 * where a party works is set aside before anything is shown, computed here from identities; only `excluded` is stored.
 * @throws Problem `not-found`, `wrong-state`, `not-in-charge`, `mandate-missing` for whoever is no member in office
 */
export async function convene(core: Core, session: Session, caseId: string, { members, text, names }: Convocation): Promise<Convened> {
  const first = await firstStage(core, session, caseId, members);
  const convened = members.filter((person) => !first?.barred.has(person));
  const acts = new Map(convened.map((person): [string, SignedAct] => [person, { id: randomUUID(), kind: 'convene', subject: idBytes(person) }]));

  return performDeed(core, session, caseId, {
    act: 'convene',
    guards: async (_tx, view) => guardsOf(view),
    signs: [...acts.values()],
    after: (view) => [...view.standings, ...convened.map((person) => ({ person, standing: 'convened' as const, subject: null, since: core.clock() }))],
    creates: (view) => placesOf(names).filter(({ kind }) => !compartmentOf(view, kind)),
    change: async ({ tx, view, now, write, move, note }) => {
      if (!first) throw new Problem('changed-meanwhile');
      if (names !== undefined && !hasCharge(standingsOf(view, session.person))) throw new Problem('not-in-charge');
      requirePeers(view, await officeMembers(tx, view.row.officeId), members);

      // Seats first: of two who convene the same member, the second is told that the other has acted.
      await tx.insert(seat).values(members.map((person) => ({ id: randomUUID(), caseId, personId: person, actId: acts.get(person)?.id ?? null, convenedAt: now, excluded: first.barred.has(person) })));
      await write({ kind: 'convocation' }, 'convocation', text);
      if (names !== undefined) await write({ kind: 'convocation-names' }, 'convocation-names', names);
      await move('convened');
      note({ convened: convened.length, excluded: first.barred.size });

      return { convened, excluded: [...first.barred], dueOn: await startDeadline(tx, 'committee-examination', { caseId, table: 'case_file', id: caseId, at: now }, first.known) };
    },
  });
}

/** Opens identities for whoever may convene now, and for nobody else: the deed itself refuses them. */
async function firstStage(core: Core, session: Session, caseId: string, members: readonly string[]): Promise<{ known: CaseParties; barred: Set<string> } | undefined> {
  const read = await core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const view = await loadCase(tx, caseId);
    if (!view) return undefined;
    const { allow } = decide(standingsOf(view, session.person), 'convene', { tier: view.row.tier, state: view.row.state, guards: guardsOf(view) });
    if (!allow) return undefined;

    return { parties: await tx.select({ id: party.id }).from(party).where(eq(party.caseId, caseId)), inOffice: await officeMembers(tx, view.row.officeId) };
  }, { caseId });
  if (!read) return undefined;

  const known = await openEveryParty(core, session, caseId, read.parties.length);

  return { known, barred: barredBy(known, read.inOffice.filter(({ person }) => members.includes(person))) };
}

/** Members may be called in several turns, when some have left: what was written for the first is theirs too. */
function placesOf(names: string | undefined): NewCompartment[] {
  return names === undefined ? [{ kind: 'convocation' }] : [{ kind: 'convocation' }, { kind: 'convocation-names' }];
}

function guardsOf(view: CaseView) {
  return { 'taken-in-charge': view.row.inCharge !== null, 'undertakings-valid': true, 'no-conflict-declared': true };
}

/** An undertaking is part of a mandate in force; whoever runs the case presides and is not convened. */
function requirePeers(view: CaseView, inOffice: readonly OfficeMember[], members: readonly string[]): void {
  const peers = inOffice.filter(isPeer).filter(({ person }) => !hasCharge(standingsOf(view, person)));
  if (!members.every((member) => peers.some(({ person }) => person === member))) throw new Problem('mandate-missing');
}
