import { cast, type Name } from './cast.ts';
import { clientOf } from './client.ts';
import type { StoryClock } from './clock.ts';
import { listener, type Spoken } from './spoken.ts';
import { telling, type Player, type Telling } from './telling.ts';

/** What every chapter is given: the cast at their browsers, the clock, and the voice that tells. */
export type Story = Telling & {
  clock: StoryClock;
  players: Record<Name, Player>;
  spoken: Spoken;
};

/** Seats the cast, each behind a network address of their own, before a service that listens on `url`. */
export function story({ url, clock, print }: { url: string; clock: StoryClock; print: (line: string) => void }): Story {
  const spoken = listener();
  const seated = Object.entries(cast).map(([name, member], place) => {
    const client = clientOf({ url, clock: clock.now, network: `10.20.30.${place + 1}`, watch: spoken.hear }, member);

    return [name, Object.assign(client, { member })] as const;
  });

  return { ...telling(clock, print), clock, players: Object.fromEntries(seated) as Record<Name, Player>, spoken };
}
