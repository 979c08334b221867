import { good, watch, type Finding } from './finding.ts';
import type { Site } from './site.ts';

const worrying = 60;

/** The age of the oldest entry of the journal that is no leaf yet: a running service turns them within a second. */
export async function sequencerLag({ sequencer, clock }: Pick<Site, 'sequencer' | 'clock'>): Promise<Finding[]> {
  const [row] = await sequencer<{ ms: string | null }[]>`select min(ms) as ms from journal_entry e where not exists (select from journal_leaf l where l.entry = e.id)`;
  const seconds = row?.ms ? Math.round((clock().getTime() - Number(row.ms)) / 1000) : 0;
  if (seconds > worrying) return [watch(`Une entrée du journal attend depuis ${seconds} secondes.`, 'Si le service tourne, vérifiez SEQUENCER_DATABASE_URL, et qu’aucune transaction ne reste ouverte ; sinon, démarrez-le.')];

  return [good('Le journal est à jour.')];
}
