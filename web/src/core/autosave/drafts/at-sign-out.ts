import { sessionTokens } from '../../api/index.ts';
import { databaseName } from './database-name.ts';
import { presence } from './presence.ts';

/*
 * The draft code loads with the first page that has drafts. When the user signs out on a page without it, the code is loaded to delete their drafts.
 */
let person: string | null = null;

async function forget(accountId: string): Promise<void> {
  const known = await indexedDB.databases().catch(() => undefined);
  if (known && !known.some(({ name }) => name === databaseName)) return;
  const { drafts } = await import('./index.ts');
  await drafts.forgetAll(accountId);
}

sessionTokens.onGrant(({ account }) => (person = account.id));
sessionTokens.onEnd((reason) => {
  const leaving = person;
  person = null;
  if (reason === 'signed-out' && leaving && !presence.isHere) void forget(leaving).catch(() => undefined);
});
