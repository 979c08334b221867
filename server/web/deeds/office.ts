import type { DeedPage } from '../deed-page.tsx';
import { acknowledgePage } from './acknowledge.ts';
import { takeChargePage } from './take-charge.ts';

/** Deeds of the mediator in charge and of the secretary, in the order of a case's course. */
export const officeDeeds: readonly DeedPage[] = [acknowledgePage, takeChargePage];
