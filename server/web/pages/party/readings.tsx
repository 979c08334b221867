import { listReadings } from '../../../mediation/list-readings.ts';
import { caseHref, isOneOf } from '../../about.ts';
import type { CasePage } from '../../case-page.ts';
import { Pagination } from '../../components/pagination.tsx';
import { Table } from '../../components/table.tsx';
import { Paragraph } from '../../components/text.tsx';
import { fr } from '../../words/fr.ts';
import { dateInWords, hourInWords } from '../../words/moments.ts';
import { zone } from '../../zone.ts';
import { TakeAway } from '../take-away.tsx';
import { partyPlaces } from './tabs.ts';

const perPage = 50;

/** Who opened a party's texts: the role, what, and when; never a name. */
export const readingsPage: CasePage = {
  below: partyPlaces.readings,
  isFor: (about) => isOneOf(about, 'party', 'former-party'),
  title: () => fr.documents.readings.tab,
  body: async (about, { query }) => {
    const { core, session, caseId } = about;
    const words = fr.documents.readings;
    const asked = Number(query['page']);
    const { total, page, readings } = await listReadings(core, session, caseId, { page: Number.isInteger(asked) && asked > 0 && asked < 100_000 ? asked : 1, size: perPage });
    const rows = readings.map(({ at, role, compartment }) => [
      words.at(dateInWords(new Date(at), zone), hourInWords(new Date(at), zone)), fr.ownFile.readers[role], fr.ownFile.compartments[compartment],
    ]);

    return (
      <>
        <Paragraph text={words.intro} />
        {rows.length === 0 ? <Paragraph text={words.none} /> : <Table caption={words.caption} columns={[words.when, words.who, words.what]} rows={rows} />}
        {total > 0 ? <Paragraph text={words.count(String(total))} /> : null}
        <Pagination page={page} pages={Math.ceil(total / perPage)} hrefOf={(to) => `${caseHref(caseId, partyPlaces.readings)}?page=${to}`} />
        {isOneOf(about, 'former-party') ? <TakeAway about={about} /> : null}
      </>
    );
  },
};
