import type { Tx } from '../../db/client.ts';
import { localSchemeEntry } from '../../db/schema/index.ts';
import { localDate, type LocalDate } from '../../policies/charter/calendar.ts';
import { territoryAt } from '../../policies/charter/territories.ts';
import type { Role } from '../../policies/vocabulary.ts';
import { signerOf, type Core, type Session } from '../core.ts';
import { databaseCode, Problem } from '../problems.ts';
import { directoryFacts, type DirectoryFacts } from './directory.ts';
import { mandatesInForce } from './offices/mandates.ts';
import { refusing } from './offices/refusal.ts';
import { settingZone } from './settings.ts';

/** How one reaches a scheme: a function and its public numbers, never a person. */
export type SchemeContact = { function: string; telephone: string | null; email: string | null };

/** `sharedWith`: the establishment whose own scheme serves this one; only where `form` says so. */
export type NewScheme = { establishment: string; form: 'own' | 'shared' | 'none'; sharedWith: string | null; contact: SchemeContact | null; validFrom: LocalDate };

/**
 * Registers the local scheme of an establishment from a day on, today at the earliest (domain 2.1): what held before stays in
 * the register. By an administrator, or by the secretary of the territory's office.
 * @throws Problem `not-found` for anybody else and for no establishment, `invalid-body`, `acted-first` for a day already registered
 */
export async function registerScheme(core: Core, session: Session, given: NewScheme): Promise<NewScheme> {
  const wanted = { ...given, establishment: given.establishment.toLowerCase(), sharedWith: given.sharedWith?.toLowerCase() ?? null };

  return refusing(core, session, 'register-scheme', () =>
    core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
      const facts = await directoryFacts(tx, now);
      const role = await registrarRole(tx, core, session, now, facts, wanted.establishment);
      if (!role) throw new Problem('not-found');
      requireSound(wanted, facts, localDate(now, settingZone));

      const { establishment, form, sharedWith, contact, validFrom } = wanted;
      await tx.insert(localSchemeEntry).values({
        establishmentId: establishment, validFrom, form, sharedWith, contactFunction: contact?.function ?? null, telephone: contact?.telephone ?? null, email: contact?.email ?? null,
        setBy: session.person, setAt: now,
      }).catch(tellTaken);
      await core.journal.append(tx, {
        event: 'deed', act: 'register-scheme', actor: { kind: 'person', person: session.person, role }, subject: { establishment }, detail: { form, from: validFrom }, signer: signerOf(session),
      });

      return wanted;
    }),
  );
}

/** Which establishments somebody may register the scheme of: all, or those of their office's territory. */
export async function registrableBy(core: Core, session: Session): Promise<ReadonlySet<string>> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx, now) => {
    const facts = await directoryFacts(tx, now);
    const reach = await reachOf(tx, core, session, now, facts);

    return new Set(facts.establishments.map(({ id }) => id).filter((id) => reach(id) !== undefined));
  });
}

async function registrarRole(tx: Tx, core: Core, session: Session, now: Date, facts: DirectoryFacts, establishment: string): Promise<Role | undefined> {
  return (await reachOf(tx, core, session, now, facts))(establishment);
}

/** In which role, if any, somebody registers the scheme of an establishment. */
async function reachOf(tx: Tx, core: Core, session: Session, now: Date, facts: DirectoryFacts): Promise<(establishment: string) => Role | undefined> {
  const held = await mandatesInForce(tx, core.secrets, now, [session.person]);
  const isAdministrator = held.some(({ row }) => row.role === 'administrator');
  const territories = held.flatMap(({ row, office }) => (row.role === 'secretary' && office.tier === 'regional' && office.territoryId ? [office.territoryId] : []));

  return (establishment) => {
    const place = facts.establishments.find(({ id }) => id === establishment);
    if (!place) return undefined;
    if (isAdministrator) return 'administrator';
    const routed = territoryAt(place.departmentCode, localDate(now, settingZone), facts);

    return routed.office === 'regional' && territories.includes(routed.territory.id) ? 'secretary' : undefined;
  };
}

function requireSound({ establishment, form, sharedWith, contact, validFrom }: NewScheme, { establishments }: DirectoryFacts, today: LocalDate): void {
  if (validFrom < today) throw invalid('validFrom', 'Donnez un jour qui ne soit pas passé : ce qui a eu cours demeure.');
  if ((form === 'none') !== (contact === null)) throw invalid('function', form === 'none' ? 'Sans dispositif, ne donnez pas de contact.' : 'Dites quelle fonction tient le dispositif.');
  if (contact && contact.telephone === null && contact.email === null) throw invalid('telephone', 'Donnez un téléphone ou une adresse.');
  if (contact?.telephone && !/^[+0-9][0-9 .()-]{2,29}$/.test(contact.telephone)) throw invalid('telephone', 'Donnez un numéro de téléphone, en chiffres.');
  if (contact?.email && !/^[^@\s]{1,64}@[^@\s]{1,189}$/.test(contact.email)) throw invalid('email', 'Donnez une adresse électronique complète.');
  if ((form === 'shared') !== (sharedWith !== null)) throw invalid('sharedWith', form === 'shared' ? 'Choisissez l’établissement qui tient le dispositif commun.' : 'Ne nommez un établissement que si le dispositif est commun.');
  if (sharedWith === null) return;

  const serving = establishments.find(({ id }) => id === sharedWith);
  if (!serving || sharedWith === establishment || serving.localScheme === 'none' || serving.sharedWith !== null) throw invalid('sharedWith', 'Choisissez un autre établissement, qui tienne lui-même un dispositif.');
}

function invalid(field: string, message: string): Problem {
  return new Problem('invalid-body', { errors: [{ field, message }] });
}

function tellTaken(error: unknown): never {
  throw databaseCode(error) === '23505' ? new Problem('acted-first') : error;
}
