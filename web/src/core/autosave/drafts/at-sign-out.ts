import { sessionTokens } from '../../api/index.ts';
import { isStored } from '../../browser-database.ts';
import { forgetOwnStorage } from '../own-storage.ts';
import { browserDraftKeys, draftDatabase } from './draft-database.ts';
import { presence } from './presence.ts';

/*
 * The draft code loads with the first page that has drafts. When the user signs out on a page without it, the code is loaded to delete their drafts.
 */
let person: string | null = null;

async function forget(accountId: string): Promise<void> {
  if (!(await isStored(draftDatabase))) return;
  const { drafts } = await import('./index.ts');
  await drafts.forgetAll(accountId);
}

/** Deletes what stays readable without a network. It lasts as long as the session, whichever way that ends. */
export async function forgetHeld(): Promise<void> {
  forgetOwnStorage();
  if (!(await isStored(draftDatabase))) return;
  // The key first: without it nothing can be read, and the rest of the code may not load without a network.
  await browserDraftKeys.forget('held').catch(() => undefined);
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
