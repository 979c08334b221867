/** The words of the institution. Nothing else defines them; the README's glossary gives the French of each. */

export const tiers = ['local', 'regional', 'national'] as const;
export type Tier = (typeof tiers)[number];

/** An office is a local scheme, a mediator's office at a tier, the service itself (administration, registry, audit), or an institution that may refer. */
export const officeTiers = [...tiers, 'service', 'institution'] as const;
export type OfficeTier = (typeof officeTiers)[number];

/** What a mandate names (domain 9.1). */
export const roles = ['mediator', 'deputy', 'secretary', 'member', 'conciliator', 'administrator', 'registrar', 'auditor', 'referrer'] as const;
export type Role = (typeof roles)[number];

/** Who may run a case of an office: the mediator's or conciliator's place, and their deputy's. */
export const presidingRoles = ['mediator', 'deputy', 'conciliator'] as const satisfies readonly Role[];

/** The shared keys of an office and the roles that hold each (design 4, office keys). */
export const officeKeyUses = {
  register: ['mediator', 'deputy', 'conciliator', 'secretary'],
  request: ['mediator', 'deputy', 'conciliator'],
  audit: ['auditor'],
} as const satisfies Record<string, readonly Role[]>;
export type OfficeKeyUse = keyof typeof officeKeyUses;

/** What a person is to a case. The same words stand in the database function `standings`. */
export const standings = [
  'party', // an accepted representative of a party; subject: the party
  'former-party', // the same, once that party has left the mediation: keeps reading what is its own
  'requester', // the author of the request
  'clerk', // writes a case they have no part in, until it is written; subject: the party who asks, if it came on paper
  'referrer', // signed and wrote for the institution that refers: reads that, until somebody takes charge; the case does not exist for them
  'register', // holds the office's register key while nobody has taken charge
  'request', // holds the office's request key while nobody has taken charge
  'secretary', // of the case's office, once somebody has taken charge
  'presiding', // mediator, deputy or conciliator of the case's office: sees that the case exists
  'in-charge', // has taken charge
  'stand-in', // named for the absence of whoever is in charge, from its first day to its last
  'successor', // named to take the case over, until they answer
  'alternate', // at the local tier, conciliator or deputy beside the one in charge: the second holder (design 4)
  'delegate', // designated mediator; subject: none, since: the designation
  'convened', // member asked to declare
  'named', // convened, saw no link, and the names were opened to those
  'seated', // sits on this case
  'self', // oneself, for one's own notes and declaration; subject: the person
] as const;
export type Standing = (typeof standings)[number];

export const compartmentKinds = [
  'identity',
  'account',
  'object',
  'letters',
  'caucus',
  'room',
  'convocation',
  'convocation-names',
  'declaration',
  'summary',
  'deliberation',
  'workspace',
  'notes',
  'agreement',
  'dispatch',
  'conciliation',
  'paper',
] as const;
export type CompartmentKind = (typeof compartmentKinds)[number];

/** The three shred keys of a case, each with its own term (domain 6.3). */
export const shredPurposes = ['notes', 'workspace', 'file'] as const;
export type ShredPurpose = (typeof shredPurposes)[number];

/** One table of states for regional and national tiers, and the local ones (domain 9.3). */
export const states = [
  'received',
  'acknowledged',
  'notified',
  'convened',
  'consent_requested',
  'consented',
  'designated',
  'in_mediation',
  'in_conciliation',
  'agreement_proposed',
  'agreed',
  'partly_agreed',
  'follow_up',
  'closed',
  'redirected',
  'inadmissible',
  'settled',
  'not_opened',
  'refused',
  'withdrawn',
  'ended',
  'transferred',
] as const;
export type State = (typeof states)[number];

export const purposes = ['dispute', 'return', 'prevention'] as const;
export type Purpose = (typeof purposes)[number];

export const advices = ['open', 'advice-or-intervention', 'prior-step-first', 'redirect', 'more-information', 'abstain'] as const;
export type Advice = (typeof advices)[number];

/**
 * What the cover of mediation extends to (CJA L. 213-2; Conseil d'État, opinion of 14 Nov 2023): statements and positions
 * taken to solve the dispute, not papers that existed before it or are purely technical.
 */
export const documentClasses = ['statement_or_position', 'pre_existing_or_technical'] as const;
export type DocumentClass = (typeof documentClasses)[number];

/** What a party says of their document: for those who read their account only, or a delegate may share it. */
export const documentVisibilities = ['mediators', 'shareable'] as const;
export type DocumentVisibility = (typeof documentVisibilities)[number];

/** Named facts a deed may lack (domain 9.2, and design 4). A refusal names one of them. */
export const guards = [
  'purpose-set', // G1, D art. 1
  'person-in-scope', // G2, D art. 2
  'no-open-exclusion', // G3, D art. 2
  'prior-step-evidenced-or-waived', // G4, Ch 9, 10
  'referrer-competent', // G5, D art. 6, 10
  'territory-matches', // G6
  'acknowledged', // G7, D art. 6
  'notices-computed', // G8, D art. 6
  'body-examined', // G9, D art. 6
  'all-consents', // G10, D art. 13, Ch 9
  'one-certified-mediator', // G11, Ch 10
  'challenge-closed-or-used', // G12, Ch 9
  'undertakings-valid', // G13, D art. 12
  'no-conflict-declared', // G14
  'litigation-reviewed', // G15, Ch 9
  'agreement-signed-by-all', // G16, D art. 13
  'regional-not-succeeded', // G17, D art. 10
  'object-agreed', // design 4, compartment object
  'taken-in-charge', // domain 9.3, take charge
  'declared', // design 6, no answer, no file
  'reflection-elapsed', // domain 9.3, notices
  'challenge-unused', // Ch 9: once per person
  'two-holders', // design 4
  'two-parties-left', // domain 9.3, continuing after a withdrawal
  'companions-committed', // Ch 9: a companion without a commitment does not enter
  'present', // nobody takes a case in charge during an absence of theirs
  'reasons-given',
  'cosigned', // D art. 6: for medical staff, the director and the CME president together
  'document-shareable', // one's own, or one that its party said may be shared
] as const;
export type Guard = (typeof guards)[number];
