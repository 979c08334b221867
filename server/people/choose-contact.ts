import { eq } from 'drizzle-orm';
import type { Tx } from '../../db/client.ts';
import { contactChoice } from '../../db/schema/index.ts';
import { signerOf, type Core, type Session } from '../core.ts';

/** `neutral`: mails that name nobody and nothing. `none`: no mail at all. */
export const mailChoices = ['neutral', 'none'] as const;
export type MailChoice = (typeof mailChoices)[number];

/** `isSent`: whether this service sends mail at all. */
export type Contact = { mail: MailChoice; isSent: boolean };

/** Somebody chooses whether they may be written to; it holds for what already waits to leave, too. */
export async function chooseContact(core: Core, session: Session, mail: MailChoice): Promise<Contact> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
    await tx.insert(contactChoice).values({ personId: session.person, mail, chosenAt: now }).onConflictDoUpdate({ target: contactChoice.personId, set: { mail, chosenAt: now } });
    await core.journal.append(tx, { event: 'deed', act: 'choose-contact', actor: { kind: 'person', person: session.person }, subject: { person: session.person }, detail: { mail }, signer: signerOf(session) });

    return { mail, isSent: core.post !== undefined };
  });
}

/** Whoever makes their account and asks to be reached otherwise than by mail gets none until they choose it. */
export async function firstContact(tx: Tx, person: string, channel: string | undefined, now: Date): Promise<void> {
  if (channel !== undefined && channel !== 'email') await tx.insert(contactChoice).values({ personId: person, mail: 'none', chosenAt: now });
}

/** How one may be written to; neutral mails until one chooses otherwise. */
export async function ownContact(core: Core, session: Session): Promise<Contact> {
  const [row] = await core.database.withActor({ kind: 'person', id: session.person }, (tx) => tx.select({ mail: contactChoice.mail }).from(contactChoice).where(eq(contactChoice.personId, session.person)));

  return { mail: row?.mail ?? 'neutral', isSent: core.post !== undefined };
}
