import { browserDraftKeys, browserDraftStore } from '../drafts/draft-database.ts';
import { SealedDrafts } from '../drafts/sealed-drafts.ts';

/** Owner of the encrypted values and of their key; public/offline.js reads them under the same name. */
const owner = 'held';
const sealed = new SealedDrafts({ store: browserDraftStore, keys: browserDraftKeys });
sealed.enter(owner);

/** What stays readable on this device without a network, encrypted, while the session lasts. `forget` deletes it with its key. */
export const held = {
  read: (name: string) => sealed.read(name),
  keep: (name: string, value: unknown) => sealed.keep(name, value),
  async forget(): Promise<void> {
    await sealed.forgetAll(owner);
    sealed.enter(owner);
  },
};
