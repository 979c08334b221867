import pLimit, { type LimitFunction } from 'p-limit';
import type { Member } from '../cast.ts';
import { clientOf, json, type Answer, type Client } from '../client.ts';
import type { StoryClock } from '../clock.ts';
import { StoryError } from '../telling.ts';

/** Somebody of the territory at their browser: acts one after the other, and signs in once a day. */
export type Resident = {
  member: Member;
  person(): string;
  post<T = unknown>(path: string, body?: object, expected?: number): Promise<T>;
  get<T = unknown>(path: string): Promise<T>;
  /** Something done with the bare client: enrolment, an answer that opens a session. */
  with<T>(work: (client: Client) => Promise<T>): Promise<T>;
};

export type Street = { url: string; clock: StoryClock; /** How many times somebody signed in. */ signIns(): number; resident(member: Member, network: string): Resident };

/** Everybody writes to one service; a few at once, as there are few cores. */
export function street(url: string, clock: StoryClock): Street {
  let signIns = 0;
  const together = pLimit(4);
  const watch = (body: object | undefined) => void (signIns += body && 'passphrase' in body && 'isShared' in body && !('name' in body) ? 1 : 0);

  return { url, clock, signIns: () => signIns, resident: (member, network) => residentOf(clientOf({ url, clock: clock.now, network, watch }, member), member, clock, together) };
}

function residentOf(client: Client, member: Member, clock: StoryClock, together: LimitFunction): Resident {
  const oneByOne = pLimit(1);
  const doing = <T>(work: () => Promise<T>) => oneByOne(() => together(work));
  const sent = async <T>(what: string, sending: () => Promise<Answer>, isExpected: (status: number) => boolean): Promise<T> =>
    doing(async () => {
      const answer = await sending();
      if (!isExpected(answer.status)) throw new StoryError(`${member.name}: ${what} was answered ${answer.status}: ${answer.text.slice(0, 400)}`);
      clock.pass(0.02);

      return (answer.text === '' ? undefined : json(answer)) as T;
    });

  return {
    member,
    person: () => client.person,
    post: (path, body, expected) => sent(path, () => client.post(path, body), (status) => (expected ? status === expected : status < 300)),
    get: (path) => sent(path, () => client.get(path), (status) => status === 200),
    with: (work) => doing(() => work(client)),
  };
}
