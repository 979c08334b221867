import { isDeepStrictEqual } from 'node:util';
import type { Member } from './cast.ts';
import { json, type Answer, type Client } from './client.ts';
import { shownMoment, type StoryClock } from './clock.ts';

/** Somebody of the cast at a browser of their own. */
export type Player = Client & { member: Member };

export type Telling = {
  /**
   * One act: prints its line, and ends the story unless the answer has the status expected.
   * @returns the body of the answer
   */
  act<T = unknown>(who: Player, what: string, sent: Promise<Answer>, expected?: number): Promise<T>;
  /** An act that must be refused, with this code and, for a missing fact, its name. */
  refused(who: Player, what: string, sent: Promise<Answer>, status: number, code?: string): Promise<void>;
  /** Something that must be so, shown by reading and not by acting. */
  holds(what: string, found: unknown, expected?: unknown): void;
  chapter(title: string): void;
  /** How many lines have succeeded. */
  told(): number;
};

/** A story that did not go as it must. The message says what was expected and what happened. */
export class StoryError extends Error {
  override name = 'StoryError';
}

/** How long an act takes: long enough that nothing happens at the same instant, short enough that sessions last a scene. */
const minutesPerAct = 2;
const width = { name: 20, role: 20, act: 92 };

/** @param print receives each line */
export function telling(clock: StoryClock, print: (line: string) => void): Telling {
  let count = 0;
  const line = (name: string, role: string, what: string, status: string | number) => {
    count += 1;
    print(`${shownMoment(clock.now())}  ${name.padEnd(width.name)} ${role.padEnd(width.role)} ${what.padEnd(width.act, ' ')} ${status}`.trimEnd());
  };
  const answered = async (who: Player, what: string, sent: Promise<Answer>, expected: number): Promise<Answer> => {
    const answer = await sent;
    if (answer.status !== expected) throw new StoryError(`${who.member.name}: « ${what} » should be answered ${expected}, and was answered ${answer.status}${problemOf(answer)}.`);

    return answer;
  };

  return {
    act: async <T>(who: Player, what: string, sent: Promise<Answer>, expected = 201) => {
      const answer = await answered(who, what, sent, expected);
      line(who.member.name, who.member.role, what, answer.status);
      clock.pass(minutesPerAct);

      return (answer.text === '' ? undefined : json(answer)) as T;
    },
    refused: async (who, what, sent, status, code) => {
      const answer = await answered(who, what, sent, status);
      const found = json<{ code: string }>(answer).code;
      if (code !== undefined && found !== code) throw new StoryError(`${who.member.name}: « ${what} » should be refused for ${code}, and was for ${found}.`);
      line(who.member.name, who.member.role, `${what}: refused, ${found}`, answer.status);
      clock.pass(minutesPerAct);
    },
    holds: (what, found, expected = true) => {
      if (!isDeepStrictEqual(found, expected)) throw new StoryError(`It should hold that ${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}.`);
      line('', 'so it is', what, 'ok');
    },
    chapter: (title) => print(`\n${title}`),
    told: () => count,
  };
}

/** The code of a problem and the fact it names; never more of an answer. */
function problemOf({ text }: Answer): string {
  try {
    const { code, missing, errors } = JSON.parse(text) as { code?: string; missing?: string; errors?: { field: string }[] };

    return ` (${[code, missing, ...(errors ?? []).map(({ field }) => field)].filter(Boolean).join(', ')})`;
  } catch {
    return '';
  }
}
