import formbody from '@fastify/formbody';
import type { App } from '../instance.ts';
import { Problem } from '../problems.ts';
import { bodyLimit } from './json.ts';
import { refuseUnreadable } from './text.ts';

/** Reads the forms of pages. Registered in the scope of the pages only: the API takes no form, which another site could send. */
export async function strictForms(app: App): Promise<void> {
  await app.register(formbody, { bodyLimit, parser: parseForm });
}

/** What decoding puts in the place of bytes that are not UTF-8. */
const replacement = '\uFFFD';

/**
 * A name ending in `[]` is a list, always; any other name may stand once.
 * @throws Problem `duplicate-key` or `malformed-json`.
 */
export function parseForm(text: string): Record<string, string | string[]> {
  const form = new Map<string, string | string[]>();

  for (const [name, value] of new URLSearchParams(text)) {
    refuseUnreadable(name + value);
    if ((name + value).includes(replacement)) throw new Problem('malformed-json');
    if (name.endsWith('[]')) form.set(name.slice(0, -2), [...listed(form, name), value]);
    else if (form.has(name)) throw new Problem('duplicate-key');
    else form.set(name, value);
  }

  return Object.fromEntries(form);
}

function listed(form: ReadonlyMap<string, string | string[]>, name: string): string[] {
  const known = form.get(name.slice(0, -2));
  if (typeof known === 'string') throw new Problem('duplicate-key');

  return known ?? [];
}
