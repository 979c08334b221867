import type { Answer } from './client.ts';
import { agreement } from './texts/agreement.ts';
import { committee } from './texts/committee.ts';
import { local } from './texts/local.ts';
import { national } from './texts/national.ts';
import { planted } from './texts/planted.ts';
import { regional } from './texts/regional.ts';

export type Spoken = {
  /** Throws when a text is not one of the story's, or when the answer to it gives it back. */
  hear(body: object | undefined, answer: Answer): void;
  /** Planted phrases that nobody has sent. */
  missingPlanted(): string[];
  /** How many texts were sent, and which were not. */
  unsent(): string[];
  sent(): number;
};

const texts = new Map(Object.entries({ local, regional, committee, national, agreement }).flatMap(([book, group]) => Object.entries(group).flatMap(([key, text]) => named(`${book}.${key}`, text))));
const keyOf = new Map([...texts].map(([key, text]) => [text, key]));
/** Longer than any name, function, passphrase or link. */
const longest = 160;

/** Listens to everything that is sent: every text is one of the story's, and no answer echoes what it was sent. */
export function listener(): Spoken {
  const heard = new Set<string>();

  return {
    hear: (body, answer) => {
      for (const text of stringsIn(body).filter(({ length }) => length > longest)) {
        const key = keyOf.get(text);
        if (key === undefined) throw new Error(`A text of ${text.length} characters was sent that is not one of story/texts.`);
        if (answer.text.includes(JSON.stringify(text).slice(1, -1))) throw new Error(`The answer gives ${key} back to whoever sent it.`);
        heard.add(key);
      }
    },
    missingPlanted: () => planted.filter((phrase) => ![...heard].some((key) => texts.get(key)?.includes(phrase))),
    unsent: () => [...texts.keys()].filter((key) => !heard.has(key)),
    sent: () => heard.size,
  };
}

function named(key: string, text: string | readonly string[]): [string, string][] {
  return typeof text === 'string' ? [[key, text]] : text.map((one, place) => [`${key}.${place}`, one]);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];

  return Object.values(value).flatMap(stringsIn);
}
