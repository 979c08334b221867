import postgres from 'postgres';
import { urlOf } from '../bootstrap.ts';

/** How many key statements a database holds: none before it exists, and two as soon as somebody does. */
export async function countStatements(bootstrapUrl: string, database: string): Promise<number> {
  if (!(await exists(bootstrapUrl, database))) return 0;
  const sql = postgres(urlOf(bootstrapUrl, database), { max: 1, onnotice: () => {} });
  try {
    return await sql.begin(async (tx) => {
      const [made] = await tx<{ table: string | null }[]>`select to_regclass('public.statement')::text as table`;
      if (!made?.table) return 0;
      await tx`set local role owner`;
      const [counted] = await tx<{ count: number }[]>`select count(*)::int as count from statement`;

      return counted?.count ?? 0;
    });
  } finally {
    await sql.end();
  }
}

async function exists(bootstrapUrl: string, database: string): Promise<boolean> {
  const sql = postgres(bootstrapUrl, { max: 1, onnotice: () => {} });
  try {
    const rows = await sql`select from pg_database where datname = ${database}`;

    return rows.length > 0;
  } finally {
    await sql.end();
  }
}
