import { sessionTokens } from '../../../lib/api/index.ts';
import { browserDraftKeys } from './draft-keys.ts';
import { createSealedDrafts, type DraftPorts } from './sealed-drafts.ts';

const none: DraftPorts['storage'] = {
  length: 0,
  key: () => null,
  getItem: () => null,
  setItem: () => undefined,
  removeItem: () => undefined,
};

/** The drafts of whoever is signed in, in this browser. Loaded with the routes, so that every sign-out is seen. */
export const drafts = createSealedDrafts({ storage: offeredStorage(), keys: browserDraftKeys });

sessionTokens.onGrant((grant) => drafts.enter(grant.account.id));
sessionTokens.onEnd((reason) => {
  if (reason === 'signed-out') void drafts.forgetAll();
  else drafts.pause();
});

function offeredStorage(): DraftPorts['storage'] {
  try {
    return localStorage;
  } catch {
    return none;
  }
}
