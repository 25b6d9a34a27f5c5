import { DAY_MS, HOUR_MS } from '@yunzhen/shared/core/time/duration';
import type { Tx } from '../../db/transaction.ts';
import type { FileObject } from './file-place.ts';
import { objectRemovalEntity } from './object-removal.entity.ts';

/** An object without a row by then is an orphan. */
const orphanedAfterMs = DAY_MS;

/** Schedules the removal of an object that is about to be stored. The transaction that stores its row cancels it. */
export async function scheduleRemoval(tx: Tx, key: string): Promise<void> {
  const dueAt = new Date(tx.now.getTime() + orphanedAfterMs);
  await tx.manager.insert(objectRemovalEntity, { hospitalId: tx.hospitalId, key, dueAt });
}

/**
 * Cancels the removal of the object whose row this transaction stores; without an object there is nothing to do. Throws when the removal is near or
 * done, so that no row refers to a missing object.
 */
export async function claimObject(
  tx: Pick<Tx, 'hospitalId' | 'now' | 'query'>,
  object: FileObject | null,
): Promise<void> {
  if (!object) return;
  const near = new Date(tx.now.getTime() + HOUR_MS);
  const claimed = await tx.query(
    'DELETE FROM object_removal WHERE hospital_id = $1 AND key = $2 AND due_at > $3 RETURNING key',
    [tx.hospitalId, object.key, near],
  );
  if (claimed.length === 0) throw new Error('object of a file is already being removed');
}

/** Returns the keys of objects that are due for removal, other than those of `except`. */
export async function dueRemovals(tx: Tx, limit: number, except: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ key: string }>(
    'SELECT key FROM object_removal WHERE hospital_id = $1 AND due_at <= $2 AND key <> ALL ($4) ORDER BY due_at, key LIMIT $3',
    [tx.hospitalId, tx.now, limit, except],
  );
  return rows.map(({ key }) => key);
}

export async function forgetRemovals(tx: Tx, keys: readonly string[]): Promise<void> {
  await tx.query('DELETE FROM object_removal WHERE hospital_id = $1 AND key = ANY ($2)', [tx.hospitalId, keys]);
}
