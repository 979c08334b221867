/** The shared keys of an office: opened by the first member who signs in, handed on by a member who has looked, and closed when somebody leaves. */
export { openOfficeKeys } from './open-office-keys.ts';
export { pendingShares, type PendingShare } from './pending-shares.ts';
export { shareOfficeKey } from './share-office-key.ts';
