import { storyClock } from './clock.ts';
import { conciliate } from './chapters/local.ts';
import { openOffices } from './chapters/offices.ts';
import { openStage } from './stage.ts';
import { story } from './story.ts';

/** How many days before today the story begins. */
const length = 385;

/** Plays the whole story on a stage of its own. Throws when anything in it is not as it must be. */
export async function play({ folder, print }: { folder?: string; print: (line: string) => void }): Promise<void> {
  const clock = storyClock(length);
  const stage = await openStage({ folder, clock: clock.now });
  try {
    const told = story({ url: stage.url, clock, print });
    told.players.administrator.use(stage.administrator.passphrase);
    told.players.registrar.use(stage.registrar.passphrase);
    const offices = await openOffices(told);
    const conciliation = await conciliate(told);
    void offices; void conciliation;
  } finally {
    await stage.close();
  }
}
