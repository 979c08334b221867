/** Waits for a day of the calendar, counted from today (negative: ago). */
export type At = (day: number) => Promise<void>;

/** One thread of a story: it acts, waits for a day, acts again. */
export type Thread = (at: At) => Promise<void>;

/**
 * Plays many threads on one calendar: a day begins when every thread waits for that day or a later one. `turn` is told
 * each day before its threads wake. The first failure ends everything.
 */
export async function playTogether(threads: readonly Thread[], turn: (day: number) => Promise<void>): Promise<void> {
  let waiting: { day: number; wake: () => void }[] = [];
  let today = Number.NEGATIVE_INFINITY;
  let busy = threads.length;
  let failure: { error: unknown } | undefined;
  let everybodyWaits = () => {};
  let night = new Promise<void>((resolve) => (everybodyWaits = resolve));
  const rest = () => {
    busy -= 1;
    if (busy === 0) everybodyWaits();
  };
  const at: At = (day) =>
    day <= today
      ? Promise.resolve()
      : new Promise((wake) => {
          waiting.push({ day, wake });
          rest();
        });

  for (const thread of threads) {
    thread(at)
      .catch((error: unknown) => (failure ??= { error }))
      .finally(rest);
  }
  for (;;) {
    if (busy > 0) await night;
    if (failure) throw failure.error;
    if (waiting.length === 0) return;

    today = Math.min(...waiting.map(({ day }) => day));
    const awake = waiting.filter(({ day }) => day === today);
    waiting = waiting.filter(({ day }) => day !== today);
    busy = awake.length;
    night = new Promise((resolve) => (everybodyWaits = resolve));
    await turn(today);
    for (const { wake } of awake) wake();
  }
}
