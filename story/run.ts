import { searchForPlanted } from './search.ts';
import { tamper } from './tamper.ts';
import { verify } from './verify.ts';
import { storyClock } from './clock.ts';
import { length, play } from './play.ts';
import { openStage } from './stage.ts';
import { story, type Story } from './story.ts';
import { StoryError } from './telling.ts';

/** Plays the story on a stage of its own, checks what was said, and verifies the journal. Throws StoryError. */
export async function run({ folder, print }: { folder?: string; print: (line: string) => void }): Promise<void> {
  const clock = storyClock(length);
  // Each player writes from an address of their own, as a proxy on this machine would tell.
  const stage = await openStage({ folder, clock: clock.now, trustProxy: '127.0.0.1, ::1' });
  try {
    const told = story({ url: stage.url, clock, print });
    told.players.administrator.use(stage.made?.administrator.passphrase ?? '');
    told.players.registrar.use(stage.made?.registrar.passphrase ?? '');
    await play(told, { superuserUrl: stage.superuserUrl, deployment: stage.service.core.secrets.deployment.id });
    checkTexts(told, print);
    await verify(stage, print);
    await tamper(stage, print);
    await searchForPlanted(stage, print);
    await verify(stage, print);
    if (folder !== undefined) print(`\nThe database and the secrets are kept. To serve them: npm start -- --embedded ${folder}`);
    print(`\n${told.told()} acts, from ${clock.dateOf(0)} to today: all as it must be.`);
  } finally {
    await stage.close();
  }
}

function checkTexts({ spoken }: Story, print: (line: string) => void): void {
  const missing = spoken.missingPlanted();
  if (missing.length > 0) throw new StoryError(`${missing.length} planted phrases were never sent.`);

  print(`\n${spoken.sent()} texts were sent, each of them one of story/texts, and no answer gave one back; the planted phrases are all among them.`);
  if (spoken.unsent().length > 0) print(`Not sent: ${spoken.unsent().join(', ')}.`);
}
