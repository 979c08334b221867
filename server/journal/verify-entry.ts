import { equal } from '../vault/bytes.ts';
import { ruleOfClass } from './classes.ts';
import { commitmentOf, leafBytes } from './leaf.ts';
import { clearSections, deploymentOf, readingBytes } from './sections.ts';
import type { FindingCode } from './verify-findings.ts';
import type { EntryRow, LogRecord, ReadingRow, SectionRow } from './verify-records.ts';

/** Whether the session of this certificate, in force at the entry's own time, signed this 32-byte commitment (64-byte Ed25519 signature). */
export type VerifySignature = (certificate: string, commitment: Uint8Array, signature: Uint8Array, at: Date) => boolean | Promise<boolean>;

/** Everything wrong with one entry that can be seen without its neighbours, and without any key. */
export async function flawsOf(record: LogRecord, verifySignature?: VerifySignature): Promise<FindingCode[]> {
  const { entry, leaf, sections, readings } = record;
  if (!entry) return ['entry-missing'];

  const rule = ruleOfClass(entry.eventClass);
  const committed = commitmentOf(sections.map(({ name, sealed }) => ({ name, stored: sealed })));
  const flaws: (FindingCode | false)[] = [
    leaf !== null && !equal(leaf, leafBytes(entry)) && 'leaf-changed',
    !rule && 'class-unknown',
    !equal(committed, entry.commitment) && 'sections-changed',
    sections.some(isMislabelled) && 'section-mislabelled',
    sections.some(({ clear, has_key }) => !clear && !has_key) && 'key-missing',
    rule?.signature === 'required' && !entry.signature && 'signature-missing',
    !(await isSignatureRight(entry, verifySignature)) && 'signature-wrong',
    ...readingFlaws(sections, readings),
  ];

  return flaws.filter((flaw) => flaw !== false);
}

function isMislabelled({ name, clear }: SectionRow): boolean {
  return clear !== clearSections.some((known) => known === name);
}

async function isSignatureRight({ certificate, commitment, signature, ms }: EntryRow, verifySignature?: VerifySignature): Promise<boolean> {
  if (!verifySignature || !certificate || !signature) return true;

  return verifySignature(certificate, commitment, signature, new Date(ms));
}

function readingFlaws(sections: SectionRow[], readings: ReadingRow[]): FindingCode[] {
  const committed = new Map(sections.filter(({ name }) => name === 'reading').map((section) => [section.ordinal, section.sealed]));
  const written = new Set(readings.map(({ ordinal }) => ordinal));
  const ofRows = readings.map((row): FindingCode | null => {
    const bytes = committed.get(row.ordinal);
    if (!bytes) return 'reading-forged';

    return isReading(bytes, row) ? null : 'reading-changed';
  });

  const withoutRow = [...committed.keys()].filter((ordinal) => !written.has(ordinal));

  return [...ofRows.filter((flaw) => flaw !== null), ...withoutRow.map((): FindingCode => 'reading-missing')];
}

function isReading(bytes: Uint8Array, { case_id: caseId, compartment_id: compartment, role, person, minute }: ReadingRow): boolean {
  try {
    return equal(bytes, readingBytes(deploymentOf(bytes, 'reading'), { caseId, compartment, role, person }, minute));
  } catch (error) {
    if (error instanceof RangeError) return false;

    throw error;
  }
}
