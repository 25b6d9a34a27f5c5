import { sessionTokens } from '../../../core/api/index.ts';
import { databaseName } from './database-name.ts';

/*
 * Whoever has written messages in this browser has a database of them: then the outboxes are there from the start, so that messages go out
 * from any page and nothing outlives a sign-out. Where nobody has, they come with the first page that has messages, and a phone does
 * not fetch them before.
 */
const fetchOutboxes = () => import('./index.ts');
let fetched = false;
let person: string | null = null;

async function areKept(): Promise<boolean> {
  const known = await indexedDB.databases().catch(() => undefined);
  return known?.some(({ name }) => name === databaseName) ?? true;
}

async function fetchWhereKept(): Promise<void> {
  if (fetched || !(await areKept())) return;
  await fetchOutboxes();
  fetched = true;
}

/** Who signs out before the outboxes have come leaves nothing either. */
async function forgetWhereKept(accountId: string): Promise<void> {
  if (!(await areKept())) return;
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
