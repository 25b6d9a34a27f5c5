import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { movedTables } from '../../../server/src/move/moved-tables.ts';
import type { KeyEncryption } from '../../../server/src/platform/signing/key-encryption.ts';

/** Tables that only every so manieth copy has a row of: sealed PDFs are large. */
const rare = new Set(['prescription_document']);
const rarity = 10;

/** A visit that was held through the api. */
export interface HeldVisit {
  visitId: string;
  patientId: string;
  accountId: string;
  prescriptionId: string;
}

interface Row {
  table: string;
  text: string;
}

/**
 * Adds visits to a hospital as copies of some that were held: every row of the visit, its patient and their account with ids of its own, and the
 * signatures and PDFs of the original, which verify for themselves. Codes are sealed for each, and entries are linked into the chain. Returns the number of rows.
 */
export async function addVisits(
  url: string,
  hospitalId: string,
  held: readonly HeldVisit[],
  { visits, keys }: { visits: number; keys: KeyEncryption },
): Promise<number> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  await db.query(`SET session_replication_role = 'replica'`);
  const originals: Awaited<ReturnType<typeof rowsOfVisit>>[] = [];
  for (const visit of held) {
    await db.query(`UPDATE visit SET status = 'completed', ended_at = now() WHERE id = $1`, [visit.visitId]);
    originals.push(await rowsOfVisit(db, hospitalId, visit));
  }
  let added = 0;
  for (const [index, { rows, ids }] of originals.entries())
    for (const row of rows) added += await copyRow(db, row, { ids, first: index + 1, last: visits, step: held.length });
  await sealCodes(db, held, { visits, keys });
  // The number of entries decides how the next ones are found.
  await db.query('ANALYZE');
  for (let linked = 1; linked > 0;) {
    const { rows } = await db.query<{ linked: number }>('SELECT seal_entries($1, 5000) AS linked', [hospitalId]);
    linked = rows[0]?.linked ?? 0;
  }
  await db.query('ANALYZE');
  await db.end();
  return added;
}

/** Returns the rows of the visit, and the ids that are theirs alone. */
async function rowsOfVisit(
  db: pg.Client,
  hospitalId: string,
  { visitId, patientId, accountId, prescriptionId }: HeldVisit,
): Promise<{ rows: Row[]; ids: string[] }> {
  const ids = new Set([visitId, patientId, accountId, prescriptionId]);
  const rows: Row[] = [];
  const own = movedTables.filter(
    (name) =>
      !/^(audit_(link|chain|anchor)|figure_|session|refresh_token|idempotency_key|notification|message_)/.test(name),
  );
  for (const table of own) {
    const found = await db.query<{ id: string | null; text: string }>(
      `SELECT row->>'id' AS id, row::text AS text FROM (SELECT to_jsonb(t) AS row FROM ${table} t WHERE t.hospital_id = $1 OFFSET 0) r
       WHERE row::text LIKE ANY ($2) OR row->>'id' = $3`,
      [hospitalId, [visitId, patientId, prescriptionId].map((id) => `%${id}%`), accountId],
    );
    for (const { id, text } of found.rows) {
      if (id) ids.add(id);
      rows.push({ table, text });
    }
  }
  return { rows, ids: [...ids] };
}

interface Copies {
  ids: readonly string[];
  first: number;
  last: number;
  step: number;
}

/** Adds copies of a row, numbered from the first on: each of its ids becomes another one in each copy, whatever names it. */
async function copyRow(db: pg.Client, { table, text }: Row, { ids, first, last, step }: Copies): Promise<number> {
  const replaced = ids
    .filter((id) => text.includes(id))
    .reduce((sql, id) => `replace(${sql}, '${id}', md5('${id}' || n)::uuid::text)`, '$1::text');
  const unique = {
    number: `($1::text::jsonb->>'number') || '-' || n`,
    email: `'person-' || n || '@drill.test'`,
    identity_digest: `'\\x' || md5(n::text)`,
    written_in: 'pg_current_xact_id()::text::bigint',
  };
  const row = JSON.parse(text) as Record<string, unknown>;
  const values = Object.entries(unique).filter(([column]) => (row[column] ?? null) !== null);
  // A function in FROM runs once for each copy; in the list of SELECT once for each of its columns.
  const { rowCount } = await db.query(
    `INSERT INTO ${table} SELECT copy.* FROM generate_series($2::int, $3::int, $4::int) n,
       jsonb_populate_record(NULL::${table}, (${replaced})::jsonb || jsonb_build_object(${values.map(([column, sql]) => `'${column}', ${sql}`).join(', ')})) copy`,
    [text, first, last, rare.has(table) ? step * rarity : step],
  );
  return rowCount ?? 0;
}

async function sealCodes(
  db: pg.Client,
  held: readonly HeldVisit[],
  { visits, keys }: { visits: number; keys: KeyEncryption },
): Promise<void> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT md5(p.id || n)::uuid AS id FROM unnest($1::text[]) WITH ORDINALITY p (id, place), generate_series(p.place::int, $2::int, $3::int) n`,
    [held.map(({ prescriptionId }) => prescriptionId), visits, held.length],
  );
  const seals: string[] = [];
  for (const { id } of rows)
    seals.push(await keys.seal(Buffer.from(randomBytes(32).toString('base64url')), `prescription/${id}/code`));
  await db.query(
    `UPDATE prescription p SET secret_sealed = f.sealed FROM unnest($1::uuid[], $2::text[]) AS f (id, sealed) WHERE p.id = f.id`,
    [rows.map(({ id }) => id), seals],
  );
}
