import type { DeedPage } from '../deed-page.tsx';
import { declareInterestsPage } from './declare-interests.tsx';
import { giveAdvicePage } from './give-advice.tsx';

/** Deeds of those who are called to sit, then do. */
export const committeeDeeds: readonly DeedPage[] = [declareInterestsPage, giveAdvicePage];
