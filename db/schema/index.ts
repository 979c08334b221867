export * from './reference.ts';
export * from './people.ts';
export * from './cases.ts';
export * from './documents.ts';
export * from './journal.ts';
export * from './idempotency.ts';
export * from './limits.ts';
