import { leastHolders } from '../../../../policies/ending-mandates.ts';
import type { OfficeTier, Role } from '../../../../policies/vocabulary.ts';
import type { Composition } from '../../../people/offices/list-compositions.ts';
import { type Cell, Table } from '../../components/table.tsx';
import { Paragraph, Section } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { countInWords, dateInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';

type OfficeName = (office: { tier: OfficeTier; code: string }) => string;
export type Ending = { name: string; role: Role; place: { tier: OfficeTier; code: string }; validTo: Date; left: number };

const { ending, committees, person, role, office } = fr.administration;

/** The mandates to renew, and which of them would leave too few to do the same. */
export function EndingMandates({ mandates, nameOf }: { mandates: readonly Ending[]; nameOf: OfficeName }): JSX.Element {
  const rows = mandates.map((one): Cell[] => {
    const others = ending.others(String(one.left));

    return [one.name, fr.account.roles[one.role], nameOf(one.place), dateInWords(one.validTo, zone), one.left < leastHolders ? { text: others, tag: { text: ending.tooFew, tone: 'late' } } : others];
  });

  return (
    <Section id="fins-de-mandat" heading={ending.heading}>
      <Paragraph text={rows.length > 0 ? ending.why : ending.none} />
      {rows.length > 0 ? <Table caption={ending.caption} columns={[person, role, office, ending.endsOn, ending.left]} rows={rows} /> : null}
    </Section>
  );
}

/** How each committee is made up, and where it departs from the texts: a remark, which stops nothing. */
export function Committees({ compositions, nameOf }: { compositions: readonly Composition[]; nameOf: OfficeName }): JSX.Element {
  const rows = compositions.map(({ office: one, members, women, men, unstated, warnings }): Cell[] => [
    nameOf(one), ...[members, women, men, unstated].map(countInWords), warnings.map((warning) => remark(warning)).join(' ; ') || committees.sound,
  ]);

  return (
    <Section id="comites" heading={committees.heading}>
      <Paragraph text={committees.why} />
      <Table caption={committees.caption} columns={[committees.committee, committees.members, committees.women, committees.men, committees.unstated, committees.remark]} rows={rows} />
    </Section>
  );
}

function remark({ code, found, expected }: Composition['warnings'][number]): string {
  return code === 'size' ? committees.size(String(found), String(expected)) : committees.parity;
}
