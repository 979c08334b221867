import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { agreement, agreementSignature, caseFile, consent, deadline } from '../../db/schema/index.ts';
import { evidenceOf, type DeadlineRule } from '../../policies/charter/deadlines.ts';
import type { CompartmentKind } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { countOwn } from '../people/attempts.ts';
import { refusing } from '../people/offices/refusal.ts';
import { Problem } from '../problems.ts';
import { sha256, toBase64url } from '../vault/bytes.ts';
import { readAuthorRoles, type AuthorRole } from './author-roles.ts';
import { openCaseParties } from './case-parties.ts';
import { listDocuments, type ListedDocument } from './list-documents.ts';
import { listReadings, type ListedReading } from './list-readings.ts';
import { ownParties, type OwnParties } from './own-parties.ts';
import { reveal, type Place } from './reveal.ts';

/** Everything of a case that is one party's own or shared with them; nothing of anybody else. */
export type CaseExport = {
  format: 'entente-case-1';
  exportedAt: string;
  /** IANA zone of the party's workplace; Paris while none is known. */
  zone: string;
  case: { case: string; reference: string; tier: string; purpose: string; state: string; outcome: string | null; receivedAt: string; acknowledgedAt: string | null; consentedAt: string | null; closedAt: string | null };
  texts: { item: string; compartment: CompartmentKind; kind: string; author: AuthorRole; writtenAt: string; text: string }[];
  deadlines: { rule: string; startedAt: string; dueOn: string; metAt: string | null; mark: string; source: string }[];
  consents: { answer: string; textVersion: string; at: string }[];
  signatures: { kind: string; version: number; author: AuthorRole; at: string; textDigest: string; signature: string | null; onPaper?: string }[];
  documents: (Omit<ListedDocument, 'author' | 'subject'> & { author: AuthorRole })[];
  readings: ListedReading[];
};

/** What leaves: bytes, and their SHA-256, which the journal keeps. */
export type Exported = { reference: string; content: Buffer; digest: Uint8Array };

/**
 * A party's export of their file, in the form `render` gives it. The digest of what leaves is journaled, so that a file
 * shown later can be known for what left.
 * @throws Problem `not-found` for whoever is no party of the case, `too-many`
 */
export async function exportCase(core: Core, session: Session, caseId: string, format: 'json' | 'html', render: (content: CaseExport) => string | Promise<string>): Promise<Exported> {
  await countOwn(core, session, 'export');
  const collected = await collect(core, session, caseId);
  const content = Buffer.from(await render(collected));
  const digest = sha256(content);
  await core.database.withActor({ kind: 'person', id: session.person }, (tx) =>
    core.journal.append(tx, { event: 'exported', act: 'export-case', actor: { kind: 'person', person: session.person, role: 'party' }, subject: { caseId }, detail: { format, digest: Buffer.from(digest).toString('hex') }, signer: signerOf(session) }), { caseId });

  return { reference: collected.case.reference, content, digest };
}

async function collect(core: Core, session: Session, caseId: string): Promise<CaseExport> {
  const { parties, reads, roleOf, ...facts } = await refusing(core, session, 'export-case', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
      const own = await ownParties(tx, caseId);

      return { ...own, roleOf: await readAuthorRoles(tx, session, caseId), ...(await readFacts(tx, caseId, own)) };
    }, { caseId }));
  const places: Place[] = [
    ...reads.own.flatMap((kind) => parties.map((subject) => ({ kind, subject }))),
    ...reads.shared.map((kind) => ({ kind })),
  ];
  const texts = await reveal(core, session, caseId, places);
  const documents = (await listDocuments(core, session, caseId)).filter(({ compartment, subject }) => places.some((place) => place.kind === compartment && (place.subject === undefined || place.subject === subject)));
  const { readings } = await listReadings(core, session, caseId, { page: 1, size: 10_000 });

  return {
    format: 'entente-case-1', exportedAt: core.clock().toISOString(), zone: await zoneOf(core, session, caseId), ...facts,
    texts: texts.map(({ id, compartment, kind, author, createdAt, text }) => ({ item: id, compartment, kind, author: roleOf(author), writtenAt: createdAt.toISOString(), text })),
    signatures: facts.signatures.map(({ author, ...one }) => ({ ...one, author: roleOf(author) })),
    documents: documents.map(({ author, subject: _, ...one }) => ({ ...one, author: roleOf(author) })),
    readings,
  };
}

/** Of consents, the party's own only; an agreement is shared, and so are its signatures. */
async function readFacts(tx: Tx, caseId: string, { parties, reads }: OwnParties) {
  const [[row], deadlines, consents, signatures] = await Promise.all([
    tx.select().from(caseFile).where(eq(caseFile.id, caseId)),
    tx.select().from(deadline).where(eq(deadline.caseId, caseId)).orderBy(asc(deadline.dueAt)),
    tx.select().from(consent).where(and(eq(consent.caseId, caseId), inArray(consent.partyId, parties))),
    tx.select({ agreement, signed: agreementSignature }).from(agreementSignature).innerJoin(agreement, eq(agreement.id, agreementSignature.agreementId)).where(eq(agreementSignature.caseId, caseId)).orderBy(asc(agreementSignature.at)),
  ]);
  if (!row) throw new Problem('not-found');
  const { id, reference, tier, purpose, state, outcome, receivedAt, acknowledgedAt, consentedAt, closedAt } = row;

  return {
    case: { case: id, reference, tier, purpose, state, outcome, receivedAt: receivedAt.toISOString(), acknowledgedAt: iso(acknowledgedAt), consentedAt: iso(consentedAt), closedAt: iso(closedAt) },
    deadlines: deadlines.map(({ rule, startAt, dueOn, metAt }) => ({ rule, startedAt: startAt.toISOString(), dueOn, metAt: iso(metAt), ...evidenceOf(rule as DeadlineRule) })),
    consents: consents.map(({ answer, textVersion, at }) => ({ answer, textVersion, at: at.toISOString() })),
    signatures: (reads.shared.includes('agreement') ? signatures : []).map(({ agreement: { kind, version, textDigest }, signed: { personId, attestedBy, receivedOn, at, signature } }) => ({
      // Signed on paper, it is the secretary who attests it.
      kind, version, author: personId ?? attestedBy ?? '', at: at.toISOString(), textDigest: Buffer.from(textDigest).toString('hex'), signature: signature && toBase64url(signature), ...(receivedOn && { onPaper: receivedOn }),
    })),
  };
}

async function zoneOf(core: Core, session: Session, caseId: string): Promise<string> {
  try {
    return (await openCaseParties(core, session, caseId)).zone;
  } catch (error) {
    if (error instanceof Problem && error.code === 'key-missing') return 'Europe/Paris';

    throw error;
  }
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
