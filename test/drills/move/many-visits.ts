import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { movedTables } from '../../../server/src/move/moved-tables.ts';
import type { KeyEncryption } from '../../../server/src/platform/signing/key-encryption.ts';

/** Tables that only every so manieth visit has a row of: sealed PDFs are large. */
const rare = new Set(['prescription_document']);
const rarity = 10;
const atOnce = 500;

interface Original {
  hospitalId: string;
  visitId: string;
  patientId: string;
  accountId: string;
  prescriptionId: string;
}

/**
 * Adds visits to a hospital as copies of one that was held: every row of the visit, its patient and their account with ids of its own, and the signatures
 * and PDFs of the original, which verify for themselves. Codes are sealed for each, and entries are linked into the chain.
 */
export async function addVisits(
  url: string,
  original: Original,
  { visits, keys }: { visits: number; keys: KeyEncryption },
): Promise<void> {
  const db = new pg.Client({ connectionString: url });
  await db.connect();
  await db.query(`SET session_replication_role = 'replica'`);
  await db.query(`UPDATE visit SET status = 'completed', ended_at = now() WHERE id = $1`, [original.visitId]);
  const { tables, ids } = await rowsOfVisit(db, original);
  // Each id of the original becomes another one in each copy; everything else that names it follows.
  const replaced = ids.reduce(
    (sql, id) => `replace(${sql}, '${id}', md5('${id}' || n)::uuid::text)`,
    'to_jsonb(t)::text',
  );
  for (let first = 1; first <= visits; first += atOnce) {
    const last = Math.min(visits, first + atOnce - 1);
    for (const [name, rows] of tables) {
      const every = rare.has(name) ? rarity : 1;
      await db.query(
        `INSERT INTO ${name} SELECT (jsonb_populate_record(NULL::${name}, ${replaced}::jsonb || jsonb_strip_nulls(jsonb_build_object(
             'number', (to_jsonb(t)->>'number') || '-' || n, 'email', CASE WHEN to_jsonb(t) ? 'email' THEN 'person-' || n || '@drill.test' END,
             'written_in', CASE WHEN to_jsonb(t) ? 'written_in' THEN pg_current_xact_id()::text::bigint END,
             'identity_digest', CASE WHEN to_jsonb(t) ? 'identity_digest' THEN '\\x' || md5(n::text) END)))).*
         FROM ${name} t, generate_series(${first}, ${last}) n WHERE (${rows}) AND n % ${every} = 0`,
      );
    }
  }
  await sealCodes(db, original, visits, keys);
  for (let linked = 1; linked > 0;) {
    const { rows } = await db.query<{ linked: number }>('SELECT seal_entries($1, 5000) AS linked', [
      original.hospitalId,
    ]);
    linked = rows[0]?.linked ?? 0;
  }
  await db.query('ANALYZE');
  await db.end();
}

/** Returns for each table SQL for the rows of the visit, and the ids that are theirs alone. */
async function rowsOfVisit(db: pg.Client, original: Original): Promise<{ tables: [string, string][]; ids: string[] }> {
  const { hospitalId, visitId, patientId, accountId, prescriptionId } = original;
  const ids = new Set([visitId, patientId, accountId, prescriptionId]);
  const tables: [string, string][] = [];
  const own = movedTables.filter(
    (name) =>
      !/^(audit_(link|chain|anchor)|figure_|session|refresh_token|idempotency_key|notification|message_)/.test(name),
  );
  for (const name of own) {
    const text = [visitId, patientId, prescriptionId].map((id) => `to_jsonb(t)::text LIKE '%${id}%'`).join(' OR ');
    const rows = `t.hospital_id = '${hospitalId}' AND (${text} OR to_jsonb(t)->>'id' = '${accountId}')`;
    const found = await db.query<{ id: string | null }>(`SELECT to_jsonb(t)->>'id' AS id FROM ${name} t WHERE ${rows}`);
    if (found.rows.length === 0) continue;
    for (const { id } of found.rows) if (id) ids.add(id);
    const key = found.rows[0]?.id ? `t.id IN (${found.rows.map(({ id }) => `'${id}'`).join(', ')})` : rows;
    tables.push([name, key]);
  }
  return { tables, ids: [...ids] };
}

async function sealCodes(
  db: pg.Client,
  { prescriptionId }: Original,
  visits: number,
  keys: KeyEncryption,
): Promise<void> {
  const { rows } = await db.query<{ id: string }>(
    `SELECT md5($1 || n)::uuid AS id FROM generate_series(1, $2::int) n`,
    [prescriptionId, visits],
  );
  const seals: string[] = [];
  for (const { id } of rows)
    seals.push(await keys.seal(Buffer.from(randomBytes(32).toString('base64url')), `prescription/${id}/code`));
  await db.query(
    `UPDATE prescription p SET secret_sealed = f.sealed FROM unnest($1::uuid[], $2::text[]) AS f (id, sealed) WHERE p.id = f.id`,
    [rows.map(({ id }) => id), seals],
  );
}
