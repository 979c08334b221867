import { Type, type Static, type TSchema } from 'typebox';
import { professions } from '../../policies/charter/categories.ts';
import { exclusions, priorStepForms, priorStepOutcomes, relations } from '../../policies/charter/words.ts';
import { purposes } from '../../policies/vocabulary.ts';

const words = <const Words extends readonly string[]>(list: Words) => Type.Unsafe<Words[number]>({ type: 'string', enum: [...list] });
const line = Type.String({ minLength: 1, maxLength: 200 });
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength });
const Id = Type.String({ pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$', maxLength: 36 });
const Day = Type.String({ format: 'date', maxLength: 10 });
const Profession = words(Object.keys(professions) as (keyof typeof professions)[]);

/** How, when and how discreetly to reach somebody. */
export const Contact = Type.Object(
  { channel: words(['email', 'telephone', 'post']), value: Type.String({ maxLength: 300 }), when: Type.String({ maxLength: 300 }), discreet: Type.Boolean() },
  { additionalProperties: false },
);
export type Contact = Static<typeof Contact>;

/** What a request says of a person: sealed in `identity/<party>`, never in clear. */
export const PersonEntry = Type.Object(
  {
    name: line,
    function: line,
    profession: Profession,
    establishment: Id,
    placement: Type.Optional(Id),
    faculty: Type.Optional(Id),
    school: Type.Optional(Id),
    service: Type.Optional(Type.String({ maxLength: 200 })),
    relation: Type.Optional(words(relations)),
    contact: Type.Optional(Contact),
  },
  { additionalProperties: false },
);
export type PersonEntry = Static<typeof PersonEntry>;

/** What somebody who is invited says of themselves: what they leave out stays as it was said. */
export const InvitedEntry = Type.Partial(PersonEntry, { additionalProperties: false });
export type InvitedEntry = Static<typeof InvitedEntry>;

/** Somebody else concerned: for prevention, perhaps a team or an institution, which one of its members will stand for. */
export const OtherEntry = Type.Object(
  { ...PersonEntry.properties, kind: Type.Optional(words(['person', 'team', 'institution'])), isUnaware: Type.Optional(Type.Boolean()) },
  { additionalProperties: false },
);
export type OtherEntry = Static<typeof OtherEntry>;

/** The author's own account: sealed in `account/<party>`. */
export const Account = Type.Object(
  { whatHappened: text(6000), sinceWhen: Type.String({ maxLength: 2000 }), effectOnWork: Type.String({ maxLength: 4000 }), expectations: text(4000), priorSteps: Type.Optional(Type.String({ maxLength: 4000 })) },
  { additionalProperties: false },
);
export type Account = Static<typeof Account>;

/** A request (saisine) or a signal to a local scheme (domain 8.2). */
export const RequestBody = Type.Object(
  {
    tier: words(['local', 'regional', 'national']),
    purpose: words(purposes),
    author: PersonEntry,
    others: Type.Array(OtherEntry, { maxItems: 10 }),
    account: Account,
    priorStep: Type.Object(
      { form: words([...priorStepForms, 'none']), from: Type.Union([Day, Type.Null()]), to: Type.Union([Day, Type.Null()]), outcome: Type.Optional(words(priorStepOutcomes)), attested: Type.Boolean() },
      { additionalProperties: false },
    ),
    exclusions: Type.Array(words(exclusions), { maxItems: 7, uniqueItems: true }),
    litigation: Type.Object({ declared: Type.Boolean(), detail: Type.String({ maxLength: 1000 }) }, { additionalProperties: false }),
    accompanied: Type.Boolean(),
    consents: Type.Object({ informedOfNotices: Type.Literal(true), accurate: Type.Literal(true) }, { additionalProperties: false }),
    credentials: Type.Optional(
      Type.Object(
        { address: Type.String({ format: 'email', maxLength: 254 }), passphrase: Type.String({ minLength: 1, maxLength: 1024 }), shared: Type.Boolean() },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);
export type RequestBody = Static<typeof RequestBody>;

const orUnsaid = <Said extends TSchema>(said: Said) => Type.Union([said, Type.Null()]);
const { priorStep: { properties: step }, litigation: { properties: court }, accompanied } = RequestBody.properties;

/** What a request on line must answer and a letter may not say: `null` then, which is no « no » and is for the mediator to ask. */
export const PaperTold = Type.Object(
  {
    ...Type.Pick(RequestBody, ['purpose', 'author', 'others', 'account', 'exclusions']).properties,
    priorStep: Type.Object({ ...step, form: orUnsaid(step.form), attested: orUnsaid(step.attested) }, { additionalProperties: false }),
    litigation: Type.Object({ ...court, declared: orUnsaid(court.declared) }, { additionalProperties: false }),
    accompanied: orUnsaid(accompanied),
  },
  { additionalProperties: false },
);
export type PaperTold = Static<typeof PaperTold>;
