import postgres from 'postgres';
import { load, send, type Call } from './load.ts';

type Ends = { url: string; floorUrl: string; superuserUrl: string; models: readonly string[]; reader: Record<string, string> };

const wanted = 1_000;
const mostBytes = 200_000;

/** A docket of a thousand cases: a page of 25, and all lines as rows, whose weight is held to 200 kB. Lines: deed, times, ratio, weight. */
export async function compareDocket({ url, floorUrl, superuserUrl, models, reader }: Ends): Promise<{ told: string; table: string[][] }> {
  const { total: before } = await listing(url, reader);
  await copyCases(superuserUrl, models, Math.max(0, wanted - before));
  const { total, bytes, lines } = await listing(url, reader);
  if (lines !== wanted) throw new Error(`The docket lists ${lines} lines of ${wanted}.`);
  if (bytes > mostBytes) throw new Error(`${wanted} lines weigh ${bytes} bytes, more than ${mostBytes}.`);

  const page = { method: 'GET', url: `${url}/dossiers`, headers: { cookie: `entente=${reader['entente-session'] ?? ''}` } } as const;

  return {
    told: `${total} cases in the docket, of which ${total - before} are copies of rows made by SQL rather than filed.`,
    table: [
      ['deed', 'median ms', 'floor ms', 'ratio', 'kB'],
      await compared(`a docket page, 25 of ${total} with titles`, page, `${floorUrl}/list`),
      await compared(`${wanted} lines, as=rows`, { method: 'GET', url: `${url}/api/cases?as=rows&size=${wanted}`, headers: reader }, `${floorUrl}/lines`),
    ],
  };
}

async function listing(url: string, headers: Record<string, string>): Promise<{ total: number; lines: number; bytes: number }> {
  const { text } = await send({ method: 'GET', url: `${url}/api/cases?as=rows&size=${wanted}`, headers });
  const { total, rows } = JSON.parse(text) as { total: number; rows: unknown[] };

  return { total, lines: rows.length, bytes: Buffer.byteLength(text) };
}

async function compared(name: string, call: Call, bare: string): Promise<string[]> {
  const { status, text } = await send(call);
  if (status !== 200) throw new Error(`${name} answered ${status}`);
  const low = await load(1, () => ({ method: 'GET', url: bare }));
  const { median } = await load(1, () => call);

  return [name, median.toFixed(1), low.median.toFixed(1), (median / low.median).toFixed(1), (Buffer.byteLength(text) / 1_000).toFixed(0)];
}

/** What a docket reads of a case, under other ids; the copies hold no text, no key and no act, and come after the cases they copy. */
async function copyCases(superuserUrl: string, models: readonly string[], count: number): Promise<void> {
  const sql = postgres(superuserUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`set session_replication_role = replica`;
    await sql`
      create temporary table copied as
      select gen_random_uuid() as id, (${[...models]}::uuid[])[1 + n % ${models.length}::int] as model,
        upper(substr(md5(n::text), 1, 4) || '-' || lpad(to_hex(n), 4, '0')) as reference
      from generate_series(1, ${count}::int) n`;
    await sql`insert into case_file select (jsonb_populate_record(null::case_file, to_jsonb(c) || jsonb_build_object('id', m.id, 'reference', m.reference))).* from copied m join case_file c on c.id = m.model`;
    await sql`insert into party select (jsonb_populate_record(null::party, to_jsonb(p) || jsonb_build_object('id', gen_random_uuid(), 'case_id', m.id))).* from copied m join party p on p.case_id = m.model`;
    await sql`insert into deadline select (jsonb_populate_record(null::deadline, to_jsonb(d) || jsonb_build_object('id', gen_random_uuid(), 'case_id', m.id, 'due_at', d.due_at + interval '1 day'))).* from copied m join deadline d on d.case_id = m.model`;
    await sql`analyze case_file, party, deadline`;
  } finally {
    await sql.end();
  }
}
