import { listExtensions } from '../mediation/list-extensions.ts';
import { isOneOf, readOnce, type About } from './about.ts';

export type Extensions = Awaited<ReturnType<typeof listExtensions>>;

/** The extensions proposed, the latest last; none for whom they do not concern. */
export const extensionsOf = readOnce(async (about: About): Promise<Extensions> => {
  if (!isOneOf(about, 'party', 'delegate', 'in-charge', 'stand-in')) return [];

  return listExtensions(about.core, about.session, about.caseId);
});
