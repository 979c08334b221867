import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { seat } from '../../db/schema/index.ts';
import type { Core, Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { idBytes } from '../vault/bytes.ts';
import { performDeed } from './deed.ts';
import type { NewCompartment } from './keys/planning.ts';
import { compartmentOf } from './keys/view.ts';
import { leaveCase } from './leave-case.ts';

export type Answer = 'none' | 'recused' | 'link';
export type Declaration = { answer: Answer; text?: string };

/**
 * A convened member answers, on what the convocation shows: no link, a link, or their recusal (design 6). The answer is
 * sealed in `declaration/<member>` for the mediator in charge. A recused member reaches nothing of the case afterwards.
 * @throws Problem `not-found`, `wrong-state`, `acted-first` when this answer can no longer be given
 */
export async function declareInterests(core: Core, session: Session, caseId: string, { answer, text = '' }: Declaration): Promise<{ answer: Answer; at: string }> {
  const place: NewCompartment = { kind: 'declaration', subject: session.person };
  const act = { id: randomUUID(), kind: 'declare-interests' as const, subject: idBytes(session.person) };
  const leaves = answer === 'recused';

  return performDeed(core, session, caseId, {
    act: 'declare-interests',
    signs: [act],
    mayLeaveOne: leaves,
    creates: (view) => (compartmentOf(view, 'declaration', session.person) ? [] : [place]),
    after: (view) => {
      const others = view.standings.filter(({ person }) => person !== session.person);
      if (leaves) return others;

      const mine = view.standings.filter(({ person, standing }) => person === session.person && (answer === 'none' || (standing !== 'named' && standing !== 'seated')));
      const since = core.clock();

      return [
        ...others, ...mine, { person: session.person, standing: 'self', subject: session.person, since },
        ...(answer === 'none' ? [{ person: session.person, standing: 'named' as const, subject: null, since }] : []),
      ];
    },
    change: async ({ tx, now, write }) => {
      const [own] = await tx.select().from(seat).where(and(eq(seat.caseId, caseId), eq(seat.personId, session.person)));
      if (!own || !answersLeft(own.answer).includes(answer)) throw new Problem('acted-first');

      await write(place, 'declaration', JSON.stringify({ answer, text }));
      await tx.update(seat).set({ answer, declaredAt: now, seatedAt: null, seatActId: null }).where(eq(seat.id, own.id));
      if (leaves) await leaveCase(tx, { caseId, person: session.person, actId: act.id, now, notesUntil: now });

      return { answer, at: now.toISOString() };
    },
  });
}

/** What one may still answer: a link seen later (names, a service recognised) is always told, and nothing is unsaid. */
export function answersLeft(given: Answer | null): readonly Answer[] {
  return next[given ?? 'nothing'];
}

const next: Record<Answer | 'nothing', readonly Answer[]> = { nothing: ['none', 'recused', 'link'], none: ['recused', 'link'], link: ['recused'], recused: [] };
