import type { DeedPage } from '../deed-page.tsx';
import { committeeDeeds } from './committee.ts';
import { nationalDeeds } from './national.tsx';
import { localDeeds } from './local.ts';
import { officeDeeds } from './office.ts';
import { partyDeedPages } from './party.ts';
import { turnDeedPages } from './turns.ts';

/** Every deed that has a page, in the order in which a case offers them. */
export const deedPages: readonly DeedPage[] = [...officeDeeds, ...committeeDeeds, ...nationalDeeds, ...localDeeds, ...turnDeedPages, ...partyDeedPages];
