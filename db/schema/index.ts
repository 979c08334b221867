export * from './reference.ts';
export * from './people.ts';
export * from './cases.ts';
export * from './journal.ts';
export * from './idempotency.ts';
export * from './limits.ts';
export * from './drafts.ts';
