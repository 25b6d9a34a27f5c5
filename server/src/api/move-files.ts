import type { Client } from 'pg';
import { systemContext } from '../platform/context.ts';
import type { Transactions } from '../platform/db/transaction.ts';
import type { FilePlace } from '../platform/files/store/file-place.ts';
import type { FileStore } from '../platform/files/store/file-store.ts';
import { claimObject } from '../platform/files/store/object-removals.ts';
import { placeOf, storedFiles, whereKey, type StoredFile } from './stored-files.ts';

interface MoveParts {
  transactions: Transactions;
  /** A connection of the tables’ owner: the app’s role cannot change a file that was sent, recorded or signed. */
  owner: Client;
  /** The store to move to, which reads from both. */
  files: FileStore;
  progress?: (file: StoredFile) => void;
  /** Called for a file that cannot be moved and stays where it is. */
  failed: (file: StoredFile, error: Error) => void;
}

/**
 * Moves the files of a hospital to Postgres or to the object store, one after the other, while the api runs. Each is read back and compared before
 * its row changes, and the other copy is deleted afterwards. Interrupted, the next run continues with the files that are left. Throws when the
 * store does not answer.
 */
export async function moveFiles(hospitalId: string, to: 'postgres' | 's3', parts: MoveParts): Promise<number> {
  const { transactions, progress } = parts;
  let moved = 0;
  for await (const file of storedFiles(transactions, hospitalId, to === 's3' ? 'rows' : 'objects')) {
    const from = await placeOf(transactions, file);
    if (!from) continue;
    const target = await copied(file, from, parts);
    if (to === 's3' && target && !target.object)
      throw new Error('the bucket is another database’s now, or an api process without it has started');
    if (!target || !(await changeRow(parts.owner, file, from, target))) continue;
    progress?.(file);
    moved++;
  }
  return moved;
}

/** Returns where the copy is; null when it could not be made, which is reported. Throws when the store does not answer. */
async function copied(file: StoredFile, from: FilePlace, { files, failed }: MoveParts): Promise<FilePlace | null> {
  try {
    const bytes = await files.get(from);
    const target = await files.put(systemContext(file.hospitalId, 'move files'), bytes);
    if (!(await files.get(target)).equals(bytes)) throw new Error('the copy differs');
    return target;
  } catch (error) {
    if (!(await files.isReachable())) throw error;
    failed(file, error as Error);
    return null;
  }
}

/** Points the row to the new place. Returns false when it was deleted or moved in the meantime; triggers compare the digests. */
async function changeRow(owner: Client, file: StoredFile, from: FilePlace, to: FilePlace): Promise<boolean> {
  const { hospitalId, table, bytes, key, id } = file;
  const next = key.length + 1;
  await owner.query('BEGIN');
  try {
    await owner.query(`SELECT set_config('app.hospital_id', $1, true)`, [hospitalId]);
    const { rowCount } = await owner.query(
      `UPDATE ${table} SET ${bytes} = $${next}, object = $${next + 1}
       WHERE ${whereKey(key)} AND hospital_id = $${next + 2} AND object->>'key' IS NOT DISTINCT FROM $${next + 3}`,
      [...id, to.content, to.object, hospitalId, from.object?.key ?? null],
    );
    const changed = rowCount === 1;
    if (changed) {
      const query = async (sql: string, values?: readonly unknown[]) =>
        (await owner.query(sql, values as unknown[])).rows as never[];
      await claimObject({ hospitalId, now: new Date(), query }, to.object);
    }
    await owner.query('COMMIT');
    return changed;
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}
