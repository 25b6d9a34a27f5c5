import { sessionTokens } from '../../api/index.ts';
import { databaseName } from './database-name.ts';
import { presence } from './presence.ts';

/*
 * What keeps drafts comes with the first page that has some to keep. Whoever signs out on another page leaves nothing in this browser
 * either: then it is fetched for that.
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
