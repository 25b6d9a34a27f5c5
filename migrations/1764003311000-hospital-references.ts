import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A foreign key that lets a row of one hospital point at a row of another, and the key that replaces it. */
interface Reference {
  child: string;
  name: string;
  replacement: string;
  definition: string;
}

/** What a replacement points at. */
interface Target {
  name: string;
  parent: string;
  columns: string;
  /** A build that was interrupted left an index that serves nothing. */
  interrupted: boolean;
}

/** From the catalogue: the foreign keys between two tables with a hospital that do not hold it. */
const references = `
  SELECT c.conrelid, c.confrelid, c.conrelid::regclass::text AS child, c.confrelid::regclass::text AS parent, c.conname::text AS name,
    regexp_replace(c.conname, '_fkey$', '') || '_hospital_fkey' AS replacement,
    'hospital_id, ' || own.columns AS columns, 'hospital_id, ' || keys.columns AS keys, keys.names || '{hospital_id}' AS key_names,
    replace(replace(replace(pg_get_constraintdef(c.oid), 'FOREIGN KEY (', 'FOREIGN KEY (hospital_id, '),
      'REFERENCES ' || c.confrelid::regclass || '(', 'REFERENCES ' || c.confrelid::regclass || '(hospital_id, '),
      'ON DELETE SET NULL', 'ON DELETE SET NULL (' || own.columns || ')') AS definition
  FROM pg_constraint c
    JOIN pg_attribute h ON h.attrelid = c.conrelid AND h.attname = 'hospital_id' AND NOT h.attisdropped
    JOIN pg_attribute p ON p.attrelid = c.confrelid AND p.attname = 'hospital_id' AND NOT p.attisdropped,
    LATERAL (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.n) AS columns FROM unnest(c.conkey) WITH ORDINALITY k(num, n)
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num) own,
    LATERAL (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.n) AS columns, array_agg(a.attname::text) AS names
      FROM unnest(c.confkey) WITH ORDINALITY k(num, n) JOIN pg_attribute a ON a.attrelid = c.confrelid AND a.attnum = k.num) keys
  WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.conparentid = 0 AND NOT h.attnum = ANY (c.conkey)`;

/** A key with the hospital needs a unique index over the same columns. Only what is referenced gets one. */
const targets = `
  SELECT DISTINCT r.parent, r.keys AS columns, r.parent || '_' || replace(r.keys, ', ', '_') || '_key' AS name,
    to_regclass(r.parent || '_' || replace(r.keys, ', ', '_') || '_key') IS NOT NULL AS interrupted
  FROM (${references}) r WHERE NOT EXISTS (
    SELECT 1 FROM pg_index i WHERE i.indrelid = r.confrelid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
      AND (SELECT array_agg(a.attname::text ORDER BY a.attname) FROM pg_attribute a WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey))
        = (SELECT array_agg(k ORDER BY k) FROM unnest(r.key_names) k))
  ORDER BY 3`;

/** A lock that is not free within two seconds is asked for again, so that requests behind it go on in between. */
const tries = 30;
const lockNotAvailable = '55P03';

/**
 * Every foreign key between two tables of a hospital holds the hospital too: no row can point at a row of another hospital, whatever
 * wrote it. Each statement is a transaction, so that no lock outlives it, and a run that was interrupted goes on where it ended.
 */
export class HospitalReferences1764003311000 implements MigrationInterface {
  readonly name = 'HospitalReferences1764003311000';
  readonly transaction = false;

  async up(runner: QueryRunner): Promise<void> {
    // What is lost in a crash is done again: the record of this migration is written after it, and waits for the disk.
    await runner.query('SET synchronous_commit = off');
    try {
      for (const target of (await runner.query(targets)) as Target[]) await build(runner, target);
      await runner.query(`SET lock_timeout = '2s'`);
      for (const reference of (await runner.query(
        `SELECT * FROM (${references}) r ORDER BY child, name`,
      )) as Reference[])
        await replace(runner, reference);
    } finally {
      await runner.query('RESET lock_timeout');
      await runner.query('RESET synchronous_commit');
    }
  }

  async down(): Promise<void> {
    throw new Error('This schema is not taken back: restore a backup instead.');
  }
}

async function build(runner: QueryRunner, { name, parent, columns, interrupted }: Target): Promise<void> {
  if (interrupted) await runner.query(`DROP INDEX CONCURRENTLY ${name}`);
  await runner.query(`CREATE UNIQUE INDEX CONCURRENTLY ${name} ON ${parent} (${columns})`);
}

/** The old key goes last: at no time is a reference unchecked. */
async function replace(runner: QueryRunner, { child, name, replacement, definition }: Reference): Promise<void> {
  const [there] = (await runner.query('SELECT 1 FROM pg_constraint WHERE conrelid = $1::regclass AND conname = $2', [
    child,
    replacement,
  ])) as unknown[];
  if (!there) await alter(runner, `ALTER TABLE ${child} ADD CONSTRAINT ${replacement} ${definition} NOT VALID`);
  await alter(runner, `ALTER TABLE ${child} VALIDATE CONSTRAINT ${replacement}`);
  await alter(runner, `ALTER TABLE ${child} DROP CONSTRAINT ${name}`);
}

async function alter(runner: QueryRunner, sql: string): Promise<void> {
  for (let left = tries; ; left--) {
    try {
      await runner.query(sql);
      return;
    } catch (error) {
      if (left === 1 || (error as { code?: string }).code !== lockNotAvailable) throw error;
    }
  }
}
