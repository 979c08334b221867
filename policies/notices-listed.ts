import type { Standing } from './vocabulary.ts';

/** As whom somebody of these standings lists the notices of a case; undefined for anybody else. No recipient is ever told of another. */
export function noticesListedAs(mine: readonly Standing[]): Standing | undefined {
  return listers.find((one) => mine.includes(one));
}

const listers: readonly Standing[] = ['in-charge', 'stand-in', 'secretary', 'register'];
