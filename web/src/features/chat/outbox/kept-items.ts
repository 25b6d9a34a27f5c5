import { sessionTokens } from '../../../core/api/index.ts';
import { isStored } from '../../../core/browser-database.ts';
import { chatDatabase } from './browser-database.ts';

/*
 * A browser with a message database loads the outboxes from the start, so that messages are sent from any page and are deleted at sign-out.
 * Without one they load with the first page that has a chat, which saves phones the download.
 */
const fetchOutboxes = () => import('./index.ts');
let fetched = false;
let person: string | null = null;

async function fetchWhereKept(): Promise<void> {
  if (fetched || !(await isStored(chatDatabase))) return;
  await fetchOutboxes();
  fetched = true;
}

/** Deletes stored messages when the user signs out before the outboxes have loaded. */
async function forgetWhereKept(accountId: string): Promise<void> {
  if (!(await isStored(chatDatabase))) return;
  const { outboxes } = await fetchOutboxes();
  void outboxes.enter(accountId);
  await outboxes.forget();
}

sessionTokens.onGrant(({ account }) => {
  person = account.id;
  void fetchWhereKept().catch(() => undefined);
});
sessionTokens.onEnd((reason) => {
  const leaving = person;
  person = null;
  if (reason === 'signed-out' && leaving && !fetched) void forgetWhereKept(leaving).catch(() => undefined);
});
