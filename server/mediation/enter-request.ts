import { randomUUID } from 'node:crypto';
import { Type, type Static } from 'typebox';
import type { Tx } from '../../db/client.ts';
import { paperEntry } from '../../db/schema/index.ts';
import { deadline } from '../../policies/charter/deadlines.ts';
import { decide } from '../../policies/decide.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { directoryFacts } from '../people/directory.ts';
import { mandatesInForce } from '../people/offices/mandates.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { refused } from '../refusals.ts';
import { foundCase } from '../vault/founding.ts';
import { accountText, filingGuards, identities, routeOf, type Filed, type Route } from './file-request.ts';
import { insertCase, newReference, prepareCase, type PreparedCase } from './open-case.ts';
import { receivedInstant } from './received-on.ts';
import { PaperTold } from './request-body.ts';
import { Scan, scanText } from './scan.ts';

/** What came on paper, with its scan, or was said by telephone, and on which local day. */
export const PaperRequest = Type.Object(
  {
    ...PaperTold.properties,
    channel: Type.Unsafe<'paper' | 'telephone'>({ type: 'string', enum: ['paper', 'telephone'] }),
    receivedOn: Type.String({ format: 'date', maxLength: 10 }),
    scan: Type.Optional(Scan),
  },
  { additionalProperties: false },
);
export type PaperRequest = Static<typeof PaperRequest>;

/** As for a request filed; `party`: whoever asks, who may be invited to their own file; `entry`: the line that says it is attested. */
export type Entered = Omit<Filed, 'tier' | 'digest' | 'withdrawableUntil' | 'proposalBy' | 'filed'> & { tier: Route['tier']; party: string; entry: string; enteredAt: string };

/**
 * The secretary of a mediator's office enters a request received on paper or by telephone (D art. 10: in writing or
 * electronically [L]). They become no part of it: identities are sealed to the register, the account and its scan to those
 * who open requests, and the session keeps no key of the account. The eight days run from the day of receipt.
 * @throws Problem `not-found` for anybody else, `territory-mismatch`, `person-out-of-scope`, `office-empty`, `invalid-body`
 */
export async function enterRequest(core: Core, session: Session, body: PaperRequest): Promise<Entered> {
  return refusing(core, session, 'enter-request', async () => {
    const now = core.clock();
    const actor = { kind: 'person', id: session.person } as const;
    const { facts, route } = await core.database.withActor(actor, async (tx) => {
      const offices = await requireSecretary(tx, core, session, now);
      const facts = await directoryFacts(tx, now);
      const route = await routeOf(tx, facts, { tier: 'regional', author: body.author }, now);
      const guards = { ...filingGuards({ ...body, tier: 'regional' }, facts), 'territory-matches': offices.includes(route.office.id) };
      const decision = decide(['secretary'], 'enter-request', { tier: route.tier, state: 'nothing', guards });
      if (!decision.allow) throw refused(decision.why);

      return { facts, route };
    });
    const receivedAt = receivedInstant(body.receivedOn, now, { zone: route.zone, settings: facts.settings });
    const deadlines = (['acknowledgement', 'notices'] as const).map((rule) => deadline(rule, receivedAt, route.zone, facts.settings));
    const { prepared, party } = await prepare(core, session, body, { route, receivedAt, now, deadlines });
    const entry = randomUUID();
    const { row } = prepared.opening;

    await core.database.withActor(actor, async (tx) => {
      const written = await insertCase(tx, prepared);
      const itemId = prepared.items.find(({ kind }) => kind === 'scan')?.id ?? null;
      const actId = prepared.acts.find(({ kind }) => kind === 'enter')?.id as string;
      await tx.insert(paperEntry).values({ id: entry, caseId: row.id, partyId: party, kind: 'request', channel: body.channel, receivedOn: body.receivedOn, itemId, actId, attestedBy: session.person, at: now });
      await core.journal.append(tx, {
        event: 'deed', act: 'enter-request', actor: { kind: 'person', person: session.person, role: 'secretary' }, subject: { caseId: row.id, party },
        detail: { attested: true, channel: body.channel, receivedOn: body.receivedOn, parties: prepared.opening.parties.length }, written, signer: signerOf(session),
      });
    }, { caseId: row.id });

    return {
      case: row.id, reference: row.reference, tier: route.tier, party, entry, receivedAt: receivedAt.toISOString(), enteredAt: now.toISOString(), zone: route.zone,
      acknowledgedBy: deadlines[0]?.dueOn ?? null, noticesFrom: deadline('notice-reflection', receivedAt, route.zone, facts.settings).dueOn,
    };
  });
}

/** The offices whose secretary this is, by a mandate that signatures prove. */
async function requireSecretary(tx: Tx, core: Core, { person }: Session, at: Date): Promise<string[]> {
  const held = (await mandatesInForce(tx, core.secrets, at, [person])).filter(({ row, office }) => row.role === 'secretary' && office.tier !== 'local');
  if (held.length === 0) throw new Problem('not-found');

  return held.map(({ office }) => office.id);
}

type Received = { route: Route; receivedAt: Date; now: Date; deadlines: PreparedCase['opening']['deadlines'] };

async function prepare(core: Core, session: Session, body: PaperRequest, { route, receivedAt, now, deadlines }: Received): Promise<{ prepared: PreparedCase; party: string }> {
  if (body.channel === 'paper' && !body.scan) throw new Problem('invalid-body', { errors: [{ field: 'scan', message: 'Joignez la numérisation du papier reçu.' }] });

  const party = randomUUID();
  const founding = foundCase(core.secrets.deployment.id, session.person, party, 'enter');
  const others = body.others.map((entry) => ({ id: randomUUID(), entry }));
  const account = { kind: 'account', subject: party } as const;
  const prepared = await prepareCase(core, session, {
    row: {
      id: founding.caseId, reference: newReference(), tier: route.tier, officeId: route.office.id, territoryId: route.territoryId, purpose: body.purpose, state: 'received',
      outcome: null, outcomeReason: null, suspendedAt: null, holders: 1, keysDue: false, inCharge: null, chargedAt: null, receivedAt, acknowledgedAt: null, consentedAt: null, closedAt: null,
    },
    at: now, office: route.office, capacity: 'party', priorStep: body.priorStep.outcome ?? null, deadlines, authors: [],
    request: { channel: body.channel, partyId: party, receivedOn: body.receivedOn },
    parties: [{ id: party, kind: 'person' }, ...others.map(({ id }) => ({ id, kind: 'person' as const }))],
    acts: [{ kind: 'enter', subject: founding.subject }],
    texts: [
      ...identities([{ id: party, entry: body.author }, ...others]),
      { place: account, kind: 'account', text: accountText(body) },
      ...(body.scan ? [{ place: account, kind: 'scan', text: scanText(body.scan) }] : []),
    ],
  });

  return { prepared, party };
}
