import type { State } from './vocabulary.ts';

/** What whoever runs cases has to do next, by the state a case is in: every state stands under one of these. */
export const statesByTab = {
  'to-acknowledge': ['received'],
  'to-study': ['acknowledged', 'notified', 'convened'],
  waiting: ['consent_requested', 'agreement_proposed'],
  running: ['consented', 'designated', 'in_mediation', 'in_conciliation', 'agreed', 'partly_agreed', 'follow_up'],
  ended: ['closed', 'redirected', 'inadmissible', 'settled', 'not_opened', 'refused', 'withdrawn', 'ended', 'transferred'],
} as const satisfies Record<string, readonly State[]>;

/** The tabs of a docket, in their order; `due-soon` and `late` cut across the states of what has not ended. */
export const docketTabs = ['to-acknowledge', 'to-study', 'waiting', 'running', 'due-soon', 'late', 'ended'] as const;
export type DocketTab = (typeof docketTabs)[number];

/** Days before a due date from which it is said to be near. */
export const soonDays = 15;

/** States in which nothing is due any more. */
export const endedStates: readonly State[] = statesByTab.ended;

export const docketSorts = ['deadline', 'reference', 'state', 'event'] as const;
export type DocketSort = (typeof docketSorts)[number];

/** How many lines a page of a docket has, and at most. */
export const docketSize = { usual: 25, most: 1000 } as const;
