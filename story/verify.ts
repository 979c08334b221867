import { runCommand } from '../server/journal/command.ts';
import type { Stage } from './stage.ts';
import { StoryError } from './telling.ts';

/** Waits until every entry is a leaf, then verifies the journal as an auditor does. Throws StoryError with what is wrong. */
export async function verify({ service, auditorUrl }: Stage, print: (line: string) => void): Promise<void> {
  print('\nnpm run journal -- verify');
  await service.sequencer.settle(10_000);
  const code = await runCommand(['verify'], { AUDITOR_DATABASE_URL: auditorUrl }, print);
  if (code !== 0) throw new StoryError('The journal should verify.');
}
