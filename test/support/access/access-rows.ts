import type { Pool } from 'pg';
import { sampleInsert, withoutReferences } from '../../integration/platform/sample-rows.ts';

/** Tables whose rows are signed or chained, or complete a signed row: a generated one cannot be read. */
const withoutSample = new Set([
  'audit_anchor',
  'audit_chain',
  'audit_event',
  'audit_link',
  'dispense_correction',
  'dispensing_cancellation',
  'note_addendum',
  'note_signature',
]);

interface Ids {
  readonly hospitalId: string;
  readonly patientId: string;
}

interface Reference {
  table: string;
  column: string;
  target: string;
  required: boolean;
}

/**
 * Adds a generated row about the patient to each of these tables where the hospital has none, so that every route has an object. The rows refer to rows
 * of the same hospital, of the patient where possible.
 */
export async function addMissingRows(
  db: Pool,
  tables: readonly string[],
  { hospitalId, patientId }: Ids,
): Promise<void> {
  const { rows: references } = await db.query<Reference>(
    `SELECT c.conrelid::regclass::text AS table, a.attname AS column, c.confrelid::regclass::text AS target, a.attnotnull AS required
     FROM pg_constraint c CROSS JOIN LATERAL unnest(c.conkey) k JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k
     WHERE c.contype = 'f' AND a.attname <> 'hospital_id'`,
  );
  const one = async (sql: string, given: unknown[]) => (await db.query<{ id: string }>(sql, given)).rows[0]?.id;
  const idOf = async (target: string): Promise<string | undefined> => {
    if (target === 'patient') return patientId;
    if (target === 'account') return one('SELECT account_id AS id FROM patient WHERE id = $1', [patientId]);
    const { rows } = await db.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
      [target],
    );
    const names = rows.map(({ name }) => name);
    if (!names.includes('id') || !names.includes('hospital_id')) return undefined;
    const own = names.includes('patient_id') ? 'patient_id = $2' : '$2::uuid IS NULL';
    return one(`SELECT id FROM ${target} WHERE hospital_id = $1 ORDER BY (${own}) DESC, id DESC LIMIT 1`, [
      hospitalId,
      patientId,
    ]);
  };
  for (const table of tables) {
    if (withoutSample.has(table)) continue;
    if (await one(`SELECT hospital_id AS id FROM ${table} WHERE hospital_id = $1 LIMIT 1`, [hospitalId])) continue;
    const more: Record<string, unknown> = {};
    const used = new Set<string>();
    for (const { column, target, required } of references.filter((each) => each.table === table)) {
      // Parts of a visit refer to its chat or call, which have its id. Of two references to one table only the first is filled: they must differ.
      const referred = column === 'visit_id' ? 'visit' : target;
      const id = required || column === 'patient_id' ? await idOf(referred) : undefined;
      if (id && !used.has(referred)) more[column] = id;
      used.add(referred);
    }
    await withoutReferences(db, async (client) => {
      const { sql, values: row } = await sampleInsert(db, table, hospitalId, more);
      await client.query(sql, row);
    });
  }
}
