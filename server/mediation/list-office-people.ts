import { signerOf, type Core, type Session } from '../core.ts';
import { Problem } from '../problems.ts';
import { officePeople, type OfficePerson } from './office-people.ts';

/** Who is in office, by name, for those in office there: whom an absence or a stand-in may name. @throws Problem `not-found` */
export async function listOfficePeople(core: Core, session: Session, office: string): Promise<OfficePerson[]> {
  return core.database.withActor({ kind: 'person', id: session.person }, async (tx) => {
    const people = await officePeople(tx, core, office);
    if (!people.some(({ person }) => person === session.person)) throw new Problem('not-found');
    await core.journal.append(tx, { event: 'listed', act: 'office-people', actor: { kind: 'person', person: session.person }, subject: { office }, detail: { count: people.length }, signer: signerOf(session) });

    return people;
  });
}
