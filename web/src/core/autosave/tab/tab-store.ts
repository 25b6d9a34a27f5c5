import type { TabStore } from './sealed-tab.ts';

const prefix = 'yunzhen.sealed.';

/** Returns whether this tab stores anything encrypted. */
export const isAnythingSealed = () => keysOf('').length > 0;

function keysOf(beginning: string): string[] {
  try {
    return Object.keys(sessionStorage).filter((key) => key.startsWith(prefix + beginning));
  } catch {
    // The browser allows no storage.
    return [];
  }
}

/** Session storage: deleted with the tab, but written to disk by browsers that restore tabs. */
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
