import { attemptLimits, type AttemptLimits } from '../server/people/attempts.ts';
import { openOffices } from '../story/chapters/offices.ts';
import { storyClock } from '../story/clock.ts';
import { openStage } from '../story/stage.ts';
import { story } from '../story/story.ts';
import { floor } from './floor.ts';

/** The service under load, in a process of its own: an open territory and, beside it, the floor. Tells its parent where. */
const clock = storyClock(10);
const stage = await openStage({ clock: clock.now });
// One machine plays everybody.
stage.service.core.attemptLimits = Object.fromEntries(Object.entries(attemptLimits).map(([kind, limit]) => [kind, { ...limit, account: 1e6, network: 1e6 }])) as AttemptLimits;
const told = story({ url: stage.url, clock, print: () => {} });
told.players.administrator.use(stage.made?.administrator.passphrase ?? '');
told.players.registrar.use(stage.made?.registrar.passphrase ?? '');
await openOffices(told);
clock.arrive();

const superuserUrl = stage.superuserUrl.replace(/\/[^/]*$/, '/entente');
const bare = await floor(superuserUrl);
const floorUrl = await bare.listen({ host: '127.0.0.1', port: 0 });
process.send?.({ url: stage.url, floorUrl, superuserUrl });
const end = async () => {
  await bare.close();
  await stage.close();
  process.exit();
};
process.on('message', end);
// Its parent has died: nothing is left behind.
process.on('disconnect', end);
