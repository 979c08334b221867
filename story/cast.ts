import { createHash } from 'node:crypto';
import { fixedId } from '../db/seed/fixed-id.ts';
import { functionHolders } from '../db/seed/function-holders.ts';

/** Somebody of the story. The passphrases are printed by the demonstration: they protect nothing. */
export type Member = {
  name: string;
  /** What the line of an act says they are. */
  role: string;
  address: string;
  passphrase: string;
  gender: 'woman' | 'man';
  establishment: string | null;
  certified: boolean;
};

type Traits = { role: string; at?: string | null; certified?: boolean; address?: string };

/** The place of the story, two of its neighbours in the same hospital group, and others of the region and beyond. */
export const places = {
  valmont: fixedId('establishment', 1),
  saintAubin: fixedId('establishment', 2),
  arzonne: fixedId('establishment', 5),
  pierrefontel: fixedId('establishment', 6),
  kerlannoc: fixedId('establishment', 11),
};

const words = 'ardoise bobine caillou dentelle escargot farandole girouette hirondelle igloo jonquille kiosque lanterne moulinet noisette osier parchemin quenouille ruisseau sarrasin tournesol verger wagonnet'.split(' ');
const director = functionHolders.find((holder) => holder.establishmentId === places.valmont && holder.function === 'director');
const region = { role: 'regional member' };
const nation = { role: 'national member' };

/** The fixed cast. Who is a party, an officer, a member of a committee, or somebody who must see nothing. */
export const cast = {
  administrator: she('Jeanne Vasseur', { role: 'administrator' }),
  registrar: he('Marc Thévenet', { role: 'registrar' }),

  amina: she('Amina Benali', { role: 'night nurse', at: places.valmont }),
  roussel: she('Sylvie Roussel', { role: 'cadre de santé', at: places.valmont }),
  bloch: he('Étienne Bloch', { role: 'head of department', at: places.valmont }),

  yves: he('Yves Lambert', { role: 'conciliator', at: places.valmont }),
  odile: she('Odile Garnier', { role: 'deputy conciliator', at: places.saintAubin }),

  claire: she('Claire Morel', { role: 'regional mediator', certified: true }),
  julien: he('Julien Ferrier', { role: 'deputy mediator', certified: true }),
  omar: he('Omar Haddad', { role: 'regional secretary' }),
  helene: she('Hélène Dastier', { ...region, certified: true, at: places.arzonne }),
  paul: he('Paul Chastagner', { ...region, certified: true, at: places.pierrefontel }),
  fatou: she('Fatou Ndiaye', { ...region, certified: true }),
  bernard: he('Bernard Lacombe', { ...region, at: places.saintAubin }),
  thierry: he('Thierry Maurel', region),
  monique: she('Monique Savary', region),
  karim: he('Karim Belkacem', { ...region, at: places.arzonne }),
  lucie: she('Lucie Perrachon', region),
  anne: she('Anne Villard', region),
  georges: he('Georges Pontet', region),

  nadia: she('Nadia Ferrand', { role: 'national mediator', certified: true }),
  laurent: he('Laurent Quéré', { role: 'deputy mediator', certified: true }),
  solene: she('Solène Marchand', { role: 'national secretary' }),
  isabelle: she('Isabelle Roche', { ...nation, certified: true }),
  rachid: he('Rachid Amrani', { ...nation, certified: true }),
  pierre: he('Pierre Delattre', nation),
  beatrice: she('Béatrice Colin', nation),
  michel: he('Michel Aubry', nation),
  simone: she('Simone Hoarau', nation),
  alain: he('Alain Guillou', nation),
  catherine: she('Catherine Weiss', nation),
  francois: he('François Pujol', nation),
  martine: she('Martine Leclercq', nation),

  director: she(director?.name ?? '', { role: 'director of the CHU', at: places.valmont, address: director?.email }),
  loic: he('Loïc Kermarrec', { role: 'member, Bretagne', at: places.kerlannoc }),
} satisfies Record<string, Member>;

export type Name = keyof typeof cast;

export const regionalMembers = ['helene', 'paul', 'fatou', 'bernard', 'thierry', 'monique', 'karim', 'lucie', 'anne', 'georges'] as const satisfies readonly Name[];
export const nationalMembers = ['isabelle', 'rachid', 'pierre', 'beatrice', 'michel', 'simone', 'alain', 'catherine', 'francois', 'martine'] as const satisfies readonly Name[];

export function she(name: string, traits: Traits): Member {
  return someone(name, 'woman', traits);
}

export function he(name: string, traits: Traits): Member {
  return someone(name, 'man', traits);
}

function someone(name: string, gender: Member['gender'], { role, at = null, certified = false, address }: Traits): Member {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z]+/g, '.');

  return { name, role, gender, certified, establishment: at, address: address ?? `${plain}@personnel.example`, passphrase: passphraseOf(plain) };
}

/** Four words drawn from the name, the same at every playing. */
function passphraseOf(plain: string): string {
  const drawn = createHash('sha256').update(plain).digest().subarray(0, 4);

  return [...drawn].map((byte) => words[byte % words.length]).join(' ');
}
