import type { TabStore } from './sealed-tab.ts';

const prefix = 'yunzhen.sealed.';

/** Whether this tab keeps anything sealed. */
export const isAnythingSealed = () => keysOf('').length > 0;

function keysOf(beginning: string): string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(prefix + beginning));
  } catch {
    // A browser that allows no storage.
    return [];
  }
}

/** Session storage: gone with the tab, but written to the disk by browsers that restore tabs. */
export const tabStore: TabStore = {
  async read(place) {
    const kept = sessionStorage.getItem(prefix + place);
    return kept === null ? undefined : Uint8Array.from(atob(kept), (character) => character.charCodeAt(0));
  },
  async write(place, sealed) {
    sessionStorage.setItem(prefix + place, btoa(String.fromCharCode(...sealed)));
  },
  async remove(place) {
    sessionStorage.removeItem(prefix + place);
  },
  async removeAll(beginning) {
    for (const key of keysOf(beginning)) sessionStorage.removeItem(key);
  },
  namesOf: (beginning) => keysOf(beginning).map((key) => key.slice(prefix.length + beginning.length)),
};
