import type { Routed } from '../../server/plugins/guard.ts';
import type { House } from '../core.ts';
import { standingsIn } from './planted.ts';

type Ids = Record<string, string>;
type Query = { required?: string[]; properties?: Record<string, { enum?: string[] }> };

/**
 * Every GET route with each real id in its place: what a link leads to, and what none does. Assets are left to links.
 * Of cases, those that exist for somebody, where links lead to what can be done; of one, `always`, everything.
 */
export async function addressesOf(house: House, person: string, { links, always }: { links: readonly string[]; always: string }): Promise<string[]> {
  const { app, superuser } = house;
  const existing: { case: string }[] = [];
  for (const { id } of await superuser<{ id: string }[]>`select id from case_file`) {
    if (id === always || (await standingsIn(house, id)).some((held) => held.person === person)) existing.push({ case: id });
  }
  const cases = existing.map((one) => one.case);
  const sets: Record<string, readonly Ids[]> = {
    '': [{}],
    case: existing,
    'case,party': await superuser<Ids[]>`select case_id as case, id as party from party where case_id = any(${cases})`,
    'case,notice': await superuser<Ids[]>`select case_id as case, id as notice from notice where case_id = any(${cases})`,
    'case,document': await superuser<Ids[]>`select case_id as case, id as document from document where case_id = any(${cases})`,
    office: await superuser<Ids[]>`select id as office from office where tier <> 'institution'`,
    appointment: await superuser<Ids[]>`select id as appointment from act where kind = 'appoint' limit 2`,
    proposal: await superuser<Ids[]>`select id as proposal from referral_proposal`,
    absence: await superuser<Ids[]>`select id as absence from absence`,
    callUp: await superuser<Ids[]>`select id as "callUp" from call_up`,
    sitting: await superuser<Ids[]>`select id as sitting from sitting`,
    establishment: await superuser<Ids[]>`select id as establishment from establishment limit 2`,
    'case,entry': await superuser<Ids[]>`select case_id as case, id as entry from paper_entry where case_id = any(${cases})`,
    'key,person': await superuser<Ids[]>`select office_key_id as key, person_id as person from office_key_share limit 2`,
    kind: [{ kind: 'local' }, { kind: 'prefect' }, { kind: 'nothing-known' }],
    key: [{ key: 'notice-reflection' }, { key: 'nothing-known' }],
    link: links.map((link) => ({ link })),
  };

  return app.routed.filter(({ method, url }) => method === 'GET' && !url.startsWith('/assets/')).flatMap((route) => {
    const names = [...route.url.matchAll(/:(\w+)/g)].map(([, name]) => name as string).join(',');
    const ids = sets[names];
    if (!ids) throw new Error(`${route.url}: no real ids for ${names}`);

    return ids.filter((one) => one['case'] === undefined || one['case'] === always || isReading(route)).flatMap((one) => queriesOf(route).map((query) => `${route.url.replace(/:(\w+)/g, (_, name: string) => one[name] ?? '')}${query}`));
  });
}

/** A page that asks before a deed has the deed's act for policy. */
function isReading({ url, policy }: Routed): boolean {
  return url.startsWith('/api/') || policy.reads !== undefined || ['look', 'read', 'list'].includes(policy.act);
}

/** One query for each value that must be chosen. */
function queriesOf({ schema }: Routed): string[] {
  const { required = [], properties = {} } = (schema.querystring ?? {}) as Query;
  const [name] = required;
  if (!name) return [''];

  return (properties[name]?.enum ?? []).map((value) => `?${name}=${value}`);
}
