import { sessionTokens } from '../../../lib/api/index.ts';
import { browserDraftKeys, browserDraftStore } from './draft-database.ts';
import { createSealedDrafts } from './sealed-drafts.ts';

/** The drafts of whoever is signed in, in this browser. Loaded with the routes, so that every sign-out is seen. */
export const drafts = createSealedDrafts({ store: browserDraftStore, keys: browserDraftKeys });

sessionTokens.onGrant((grant) => drafts.enter(grant.account.id));
sessionTokens.onEnd((reason) => {
  if (reason === 'signed-out') void drafts.forgetAll();
  else drafts.pause();
});
