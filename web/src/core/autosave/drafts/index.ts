import type { SessionGrant } from '@yunzhen/shared/accounts/auth.contract';
import { sessionTokens } from '../../api/index.ts';
import { browserDraftKeys, browserDraftStore } from './draft-database.ts';
import { presence } from './presence.ts';
import { SealedDrafts } from './sealed-drafts.ts';

/** Drafts of the signed-in account in this browser. */
export const drafts = new SealedDrafts({ store: browserDraftStore, keys: browserDraftKeys });

presence.isHere = true;
// This module loads with a page, often after the session has started.
const now = sessionTokens.current();
if (now) enter(now);
sessionTokens.onGrant(enter);
sessionTokens.onEnd((reason) => {
  if (reason === 'signed-out') void drafts.forgetAll();
  else drafts.pause();
});

function enter({ account }: SessionGrant): void {
  if (drafts.enter(account.id)) drafts.readAhead();
}
