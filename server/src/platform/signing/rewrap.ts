import type { Tx } from '../db/transaction.ts';
import { SealError, type KeyEncryption } from './key-encryption.ts';

/** A column with encrypted texts and their encryption context. The names come from the program, not from input. */
export interface SealedColumn {
  readonly table: string;
  readonly column: string;
  /** SQL of the uuid that names the seal’s owner; default is the row’s id. */
  readonly owner?: string;
  /** SQL condition, when rows of one table have different owners. */
  readonly only?: string;
  readonly context: (owner: string) => string;
}

export interface Rewrapped {
  /** Encrypted again by this run. */
  rewrapped: number;
  /** Cannot be decrypted with any configured key. */
  unopenable: number;
  /** Still encrypted under another key than the active one, including those that cannot be decrypted. */
  remaining: number;
}

/** What all columns of one run share. */
export interface RewrapRun {
  readonly keyEncryption: KeyEncryption;
  /** The key id of up-to-date seals. */
  readonly active: string;
  /** True when the run should end; the next one continues. */
  readonly isOver: () => boolean;
}

interface Parts extends RewrapRun {
  readonly run: <Value>(work: (tx: Tx) => Promise<Value>) => Promise<Value>;
  /** Writes an audit entry in the transaction of each batch. */
  readonly record: (tx: Tx, rewrapped: number) => Promise<void>;
}

const atOnce = 100;
const first = '00000000-0000-0000-0000-000000000000';

interface SealedRow {
  id: string;
  owner: string;
  sealed: string;
}

/**
 * Encrypts again, in batches, whatever in a column is not encrypted under the active key. Decryption and encryption run outside any transaction, and
 * a new seal is written only if the old one is unchanged.
 * So a crash leaves whole batches, concurrent runs do the work once, and concurrent changes win.
 */
export async function rewrapColumn(column: SealedColumn, parts: Parts): Promise<Rewrapped> {
  const result: Rewrapped = { rewrapped: 0, unopenable: 0, remaining: 0 };
  let after = first;
  for (let rows = atOnce; rows === atOnce && !parts.isOver();) {
    const batch = await parts.run((tx) => oldSeals(tx, column, parts.active, after));
    rows = batch.length;
    after = batch.at(-1)?.id ?? after;
    const fresh: { id: string; old: string; sealed: string }[] = [];
    for (const row of batch) {
      const sealed = await sealAnew(parts.keyEncryption, row, column.context(row.owner));
      if (sealed === null) result.unopenable += 1;
      else fresh.push({ id: row.id, old: row.sealed, sealed });
    }
    if (fresh.length > 0) result.rewrapped += await parts.run((tx) => replace(tx, column, fresh, parts.record));
  }
  result.remaining = await parts.run((tx) => countOld(tx, column, parts.active));
  return result;
}

/** Verifies the new seal before the old one is replaced. Null: no configured key decrypts it. */
async function sealAnew(keyEncryption: KeyEncryption, row: SealedRow, context: string): Promise<string | null> {
  let plain: Uint8Array | undefined;
  let check: Uint8Array | undefined;
  try {
    plain = await keyEncryption.open(row.sealed, context);
    const sealed = await keyEncryption.seal(plain, context);
    check = await keyEncryption.open(sealed, context);
    if (Buffer.compare(plain, check) !== 0) throw new Error('sealing again changed the content of a secret');
    return sealed;
  } catch (error) {
    if (error instanceof SealError && !plain) return null;
    throw error;
  } finally {
    plain?.fill(0);
    check?.fill(0);
  }
}

const conditionOf = ({ column, only = 'true' }: SealedColumn) =>
  `${column} IS NOT NULL AND split_part(${column}, '.', 2) <> $1 AND ${only}`;

function oldSeals(tx: Tx, column: SealedColumn, active: string, after: string): Promise<SealedRow[]> {
  return tx.query<SealedRow & Record<string, unknown>>(
    `SELECT id, ${column.owner ?? 'id'} AS owner, ${column.column} AS sealed FROM ${column.table}
     WHERE ${conditionOf(column)} AND id > $2 ORDER BY id LIMIT ${atOnce}`,
    [active, after],
  );
}

async function countOld(tx: Tx, column: SealedColumn, active: string): Promise<number> {
  const [row] = await tx.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${column.table} WHERE ${conditionOf(column)}`,
    [active],
  );
  return row?.n ?? 0;
}

async function replace(
  tx: Tx,
  { table, column }: SealedColumn,
  fresh: readonly { id: string; old: string; sealed: string }[],
  record: Parts['record'],
): Promise<number> {
  const rows = await tx.query<{ id: string }>(
    `UPDATE ${table} AS kept SET ${column} = fresh.sealed
     FROM unnest($1::uuid[], $2::text[], $3::text[]) AS fresh (id, old, sealed)
     WHERE kept.id = fresh.id AND kept.${column} = fresh.old RETURNING kept.id`,
    [fresh.map(({ id }) => id), fresh.map(({ old }) => old), fresh.map(({ sealed }) => sealed)],
  );
  if (rows.length > 0) await record(tx, rows.length);
  return rows.length;
}
