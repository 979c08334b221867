import pLimit, { type LimitFunction } from 'p-limit';
import type { Member } from '../cast.ts';
import { clientOf, json, type Answer, type Client } from '../client.ts';
import type { StoryClock } from '../clock.ts';
import { StoryError } from '../telling.ts';

/** Somebody of the territory at their browser, with a few tabs open: signs in once a day. */
export type Resident = {
  member: Member;
  person(): string;
  post<T = unknown>(path: string, body?: object): Promise<T>;
  get<T = unknown>(path: string): Promise<T>;
  /** Something done with the bare client: enrolment, an answer that opens a session. */
  with<T>(work: (client: Client) => Promise<T>): Promise<T>;
};

export type Street = {
  /** How many requests were answered, and how many times somebody signed in. */
  acts(): number;
  signIns(): number;
  resident(member: Member, network: string): Resident;
};

/** A moment of the story for each act: a day's work ends before a session does. */
const minutesPerAct = 0.02;

/** Everybody writes to one service; a few at once, as there are few cores. Whoever signs in twice on one day ends the story. */
export function street(url: string, clock: StoryClock, today: () => string): Street {
  const signedIn = new Set<string>();
  const together = pLimit(6);
  let acts = 0;
  const watch = (body: object | undefined) => {
    acts += 1;
    if (!body || !isSignIn(body)) return;
    const visit = `${body.address} ${today()}`;
    if (signedIn.has(visit)) throw new StoryError(`${body.address} signs in a second time on ${today()}.`);
    signedIn.add(visit);
  };

  return { acts: () => acts, signIns: () => signedIn.size, resident: (member, network) => residentOf(clientOf({ url, clock: clock.now, network, watch }, member), member, clock, together) };
}

function isSignIn(body: object): body is { address: string } {
  return 'address' in body && 'passphrase' in body && !('name' in body);
}

function residentOf(client: Client, member: Member, clock: StoryClock, together: LimitFunction): Resident {
  const tabs = pLimit(3);
  const doing = <T>(work: () => Promise<T>) => tabs(() => together(work));
  const sent = async <T>(what: string, sending: () => Promise<Answer>): Promise<T> =>
    doing(async () => {
      const answer = await sending();
      if (answer.status >= 300) throw new StoryError(`${member.name}: ${what} was answered ${answer.status}: ${answer.text.slice(0, 400)}`);
      clock.pass(minutesPerAct);

      return (answer.text === '' ? undefined : json(answer)) as T;
    });

  return {
    member,
    person: () => client.person,
    post: (path, body) => sent(path, () => client.post(path, body)),
    get: (path) => sent(path, () => client.get(path)),
    with: (work) => doing(() => work(client)),
  };
}
