import { sessionTokens } from '../../api/index.ts';
import { forgetOwnStorage } from '../own-storage.ts';
import { databaseName } from './database-name.ts';
import { presence } from './presence.ts';

/*
 * The draft code loads with the first page that has drafts. When the user signs out on a page without it, the code is loaded to delete their drafts.
 */
let person: string | null = null;

async function isStored(): Promise<boolean> {
  const known = await indexedDB.databases().catch(() => undefined);
  return !known || known.some(({ name }) => name === databaseName);
}

async function forget(accountId: string): Promise<void> {
  if (!(await isStored())) return;
  const { drafts } = await import('./index.ts');
  await drafts.forgetAll(accountId);
}

/** Deletes the key alone: what it encrypted can no longer be read. */
async function dropHeldKey(): Promise<void> {
  const opening = indexedDB.open(databaseName);
  await new Promise((resolve, reject) => {
    opening.onsuccess = resolve;
    opening.onerror = reject;
  });
  const database = opening.result;
  try {
    const transaction = database.transaction('keys', 'readwrite');
    transaction.objectStore('keys').delete('held');
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = reject;
    });
  } finally {
    database.close();
  }
}

/** Deletes what stays readable without a network. It lasts as long as the session, whichever way that ends. */
export async function forgetHeld(): Promise<void> {
  forgetOwnStorage();
  if (!(await isStored())) return;
  // The rest of the code may not load without a network.
  await dropHeldKey().catch(() => undefined);
  const { held } = await import('../held/index.ts');
  await held.forget();
}

sessionTokens.onGrant(({ account }) => (person = account.id));
sessionTokens.onEnd((reason) => {
  const leaving = person;
  person = null;
  void forgetHeld().catch(() => undefined);
  if (reason === 'signed-out' && leaving && !presence.isHere) void forget(leaving).catch(() => undefined);
});
