import { cast, type Member } from '../cast.ts';
import { newMember } from './asides.ts';
import { thursdayAfter } from './committee.ts';
import { officers } from './offices.ts';
import type { Lived, Plan } from './plan.ts';
import type { Territory } from './play.ts';

/** What is printed with the address: who may sign in and what waits for them, an invitation to answer, a letter to enter. */
export function guide(territory: Territory): string {
  return [`To sign in, as played on ${territory.dateOf(0)}; what was done since stands in the pages:`, '', table([['who', 'role', 'address', 'passphrase', 'what to do first'], ...signIns(territory)]), '', ...invitation(territory), '', ...letter(territory)].join('\n');
}

function signIns({ lived, agendas, dateOf }: Territory): string[][] {
  const one = (wanted: (plan: Plan) => boolean) => found(lived, wanted);
  const sitting = lived.filter(({ plan }) => plan?.office === 'aura' && plan.daysAgo === 14);
  const [undeclared, ready, unwritten] = (['convened', 'seated', 'declared'] as const).map((stage) => sitting.filter(({ plan }) => plan?.until === stage)) as [Lived[], Lived[], Lived[]];
  const held = one(({ others }) => others.some(({ profession }) => profession === 'director'));
  const late = one(({ daysAgo }) => daysAgo === 12);
  const tomorrow = one(({ office, daysAgo, until }) => office === 'aura' && daysAgo === 7 && until === 'received');
  const agreed = one(({ until, turn }) => until === 'agreed' && !turn);
  const calledUp = one(({ aside }) => aside === 'called-up');
  const handedOver = one(({ aside }) => aside === 'handed-over');
  const accompanied = one(({ aside }) => aside === 'accompanied');
  const extended = one(({ aside }) => aside === 'extended');
  const signing = one(({ until }) => until === 'signing');
  const proposed = one(({ until }) => until === 'proposed');
  const designated = one(({ until }) => until === 'designated');
  const unassigned = one(({ office, until, turn }) => office === 'bretagne' && until === 'acknowledged' && !turn);
  const thisMorning = one(({ office, daysAgo }) => office === 'bretagne' && daysAgo === 0);
  const referred = one(({ national }) => national?.until === 'received');
  const [nation, pending] = [after(lived, one(({ national }) => national?.until === 'talking')), after(lived, referred)];
  const rows: [Member, string][] = [
    [officers.omar, `acknowledge ${late.reference}, four days late, then ${tomorrow.reference}, due tomorrow; then enter the letter below`],
    [officers.claire, `a notice is held in ${held.reference} (a director is a party): decide; write the summary of ${listed(unwritten)} for Thursday; transmit the agreement of ${agreed.reference}; the nation calls ${calledUp.reference} up`],
    [officers.julien, `Claire offers ${handedOver.reference}: accept or decline`],
    [officers.paul, `sitting of ${thursdayAfter(dateOf(0))}, ${agendas.aura} files: read the summaries of ${listed(ready)} and advise; declare interests in ${listed(undeclared)}`],
    [officers.helene, `${designated.reference} was entrusted to her and to Fatou this morning; in ${extended.reference} she proposed more time`],
    [officers.fatou, `a companion in ${accompanied.reference} waits for a commitment to be recorded before any meeting`],
    [officers.gwenola, `take charge of ${unassigned.reference}; she is away from ${dateOf(5)} to ${dateOf(12)}`],
    [officers.yann, `stands in for Gwenola from ${dateOf(5)}`],
    [officers.maelle, `acknowledge ${thisMorning.reference}, filed today`],
    [officers.soizic, `the agreement of ${proposed.reference} waits for its signatures`],
    [officers.nadia, `answer the referral ${pending.reference}, accept or return; she called ${calledUp.reference} up this morning`],
    [officers.solene, `acknowledge ${pending.reference}, due tomorrow`],
    [officers.isabelle, `${nation.reference}, in mediation: record a plenary meeting, or propose an agreement`],
    [officers.yves, 'take charge of the situation signalled yesterday; a conciliation is under way'],
    [officers.principal, 'signed a joint referral this morning, which waits for its second signature; may withdraw it, or refer alone for staff who are no doctors'],
    [officers.commission, 'a joint referral waits for a second signature: read it, then sign or decline'],
    [partyOf(undeclared[0], 0), `agree the object of ${undeclared[0]?.reference}, in neutral words`],
    [partyOf(signing, 1), `read the agreement of ${signing.reference}, already signed by its author; sign it, or not`],
    [partyOf(extended, 0), `more time is proposed in ${extended.reference}: consent, or not`],
    [partyOf(accompanied, 0), `named a companion in ${accompanied.reference} this morning; may write to the mediators or in the room`],
    [partyOf(thisMorning, 0), `filed ${thisMorning.reference} today; may still withdraw it before anybody is told`],
    [cast.administrator, 'offices, appointments and settings; no case'],
    [cast.registrar, `countersign the mandate of ${newMember.name}, proposed and signed this morning; no case`],
  ];

  return rows.map(([{ name, role, address, passphrase }, what]) => [name, role, address, passphrase, what]);
}

function invitation({ lived }: Territory): string[] {
  const { reference, invitation: open } = lived.find(({ plan, invitation: one }) => one && plan?.until === 'invited') ?? missing();
  if (!open) return missing();

  return [`An invitation to answer, for ${open.to} (${reference}): open ${open.path} and type the code ${open.code}; accept, decline, or ask to talk first.`];
}

/** What came by post this week, for the secretary to enter; any photograph or PDF does for its scan. */
function letter({ dateOf }: Territory): string[] {
  return [
    `A letter on paper for Omar to enter, received on ${dateOf(-2)} (any PDF or photograph does for its scan):`,
    '  « Je m’appelle Simone Aubriot, aide-soignante en gériatrie à l’EHPAD Les Glycines. Depuis le mois de juin, M. Paul Tersannes,',
    '  cadre de santé du même service, me change de poste sans me le dire. Je n’arrive plus à lui parler. Il n’y a personne ici pour nous',
    `  aider. Je demande une médiation. Écrivez-moi au 1 rue des Lilas. Fait le ${dateOf(-4)}. Simone Aubriot. »`,
  ];
}

function found(lived: readonly Lived[], wanted: (plan: Plan) => boolean): Lived & { plan: Plan } {
  const one = lived.find(({ plan }) => plan && wanted(plan));

  return one?.plan ? { ...one, plan: one.plan } : missing();
}

/** The national case that came of a regional one: lived in the same thread, right after it. */
function after(lived: readonly Lived[], one: Lived): Lived {
  return lived[lived.findIndex((other) => other.case === one.case) + 1] ?? missing();
}

function partyOf(one: Lived | undefined, place: number): Member {
  return (one?.plan && [one.plan.author, ...one.plan.others][place]) ?? missing();
}

function listed(cases: readonly Lived[]): string {
  return cases.map(({ reference }) => reference).join(', ');
}

function missing(): never {
  throw new RangeError('the plans hold a case for every line of the table');
}

function table(lines: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));

  return lines.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd()).join('\n');
}
