import { sessionTokens } from '../../api/index.ts';
import { browserDraftKeys } from '../drafts/draft-database.ts';
import { SealedTab } from './sealed-tab.ts';
import { tabStore } from './tab-store.ts';

/**
 * What a user types before there is an account or a visit that a draft could belong to. Deleted at the end of the session of the user who signs in
 * here.
 */
export const tabDrafts = new SealedTab('tab', { store: tabStore, keys: browserDraftKeys });

/** Keys of guests, who have no account: they outlive the sessions of accounts in this browser. */
export const guestKeys = new SealedTab('guest', { store: tabStore, keys: browserDraftKeys });

export async function openTab(): Promise<void> {
  await Promise.all([tabDrafts.open(), guestKeys.open()]);
}

sessionTokens.onEnd(() => void tabDrafts.forget());
