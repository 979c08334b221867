import { audit } from '../server/audit.ts';
import type { Stage } from './stage.ts';
import { StoryError } from './telling.ts';

/** Waits until every entry is a leaf, then verifies the journal as an auditor does. Throws StoryError. */
export async function verify({ service, auditorUrl, secretsFolder }: Stage, print: (line: string) => void): Promise<void> {
  print('\nnpm run journal -- verify');
  await service.sequencer.settle(10_000);
  const code = await audit(['verify'], { AUDITOR_DATABASE_URL: auditorUrl, SECRETS_FOLDER: secretsFolder }, print);
  if (code !== 0) throw new StoryError('The journal should verify.');
}
