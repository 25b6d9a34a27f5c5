import { sessionTokens } from '../../api/index.ts';
import { browserDraftKeys, browserDraftStore } from './draft-database.ts';
import { presence } from './presence.ts';
import { SealedDrafts } from './sealed-drafts.ts';

/** Drafts of the signed-in account in this browser. */
export const drafts = new SealedDrafts({ store: browserDraftStore, keys: browserDraftKeys });

presence.isHere = true;
// This module loads with a page, often after the session has started.
const now = sessionTokens.current();
if (now) drafts.enter(now.account.id);
sessionTokens.onGrant((grant) => drafts.enter(grant.account.id));
sessionTokens.onEnd((reason) => {
  if (reason === 'signed-out') void drafts.forgetAll();
  else drafts.pause();
});
