import { beforeEach, expect, it } from 'vitest';
import type { DraftKeys } from '../drafts/sealed-drafts.ts';
import { SealedTab, type TabStore } from './sealed-tab.ts';

let entries: Map<string, Uint8Array<ArrayBuffer>>;
let keys: Map<string, Promise<CryptoKey>>;
let now: number;

const store: TabStore = {
  read: async (place) => entries.get(place),
  write: async (place, sealed) => void entries.set(place, sealed),
  remove: async (place) => void entries.delete(place),
  removeAll: async (prefix) => {
    for (const place of entries.keys()) if (place.startsWith(prefix)) entries.delete(place);
  },
  namesOf: (prefix) =>
    [...entries.keys()].filter((place) => place.startsWith(prefix)).map((place) => place.slice(prefix.length)),
};
const draftKeys: DraftKeys = {
  of(owner) {
    const key =
      keys.get(owner) ?? crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
    keys.set(owner, key);
    return key;
  },
  forget: async (owner) => void keys.delete(owner),
};
/** Opens the tab store as a freshly loaded page does. */
async function load(owner = 'tab', of = draftKeys): Promise<SealedTab> {
  const tab = new SealedTab(owner, { store, keys: of, now: () => now });
  await tab.open();
  return tab;
}

beforeEach(() => {
  entries = new Map();
  keys = new Map();
  now = Date.parse('2026-11-01T08:00:00Z');
});

it('A sealed tab returns the last value at once, and to the next page load', async () => {
  const tab = await load();
  tab.setItem('complaint', 'cough');
  tab.setItem('complaint', 'cough, fever');
  expect(tab.getItem('complaint')).toBe('cough, fever');
  await tab.settled();
  expect((await load()).getItem('complaint')).toBe('cough, fever');
  expect((await load('guest')).getItem('complaint')).toBeNull();
});

it('A sealed tab stores nothing readable', async () => {
  const tab = await load();
  tab.setItem('sign-up', '{"name":"Wang Mei","birthDate":"1988-05-06"}');
  await tab.settled();
  const stored = Buffer.concat([...entries.values()]).toString('latin1');
  expect(stored.length).toBeGreaterThan(0);
  expect(stored).not.toMatch(/Wang|1988/);
});

it('A sealed tab deletes removed values', async () => {
  const tab = await load();
  tab.setItem('complaint', 'cough');
  tab.removeItem('complaint');
  await tab.settled();
  expect([tab.getItem('complaint'), entries.size]).toEqual([null, 0]);
});

it('A sealed tab deletes values and key together, so a copy of the storage cannot be decrypted', async () => {
  const tab = await load();
  tab.setItem('complaint', 'cough');
  await tab.settled();
  const copy = new Map(entries);
  await tab.forget();
  expect([tab.getItem('complaint'), entries.size, keys.size]).toEqual([null, 0, 0]);
  entries = copy;
  expect((await load()).getItem('complaint')).toBeNull();
  tab.setItem('complaint', 'of the next person');
  await tab.settled();
  expect((await load()).getItem('complaint')).toBe('of the next person');
});

it('A sealed tab deletes values older than a day when a page loads', async () => {
  const tab = await load();
  tab.setItem('complaint', 'cough');
  await tab.settled();
  now += 23 * 3_600_000;
  expect((await load()).getItem('complaint')).toBe('cough');
  now += 2 * 3_600_000;
  expect([(await load()).getItem('complaint'), entries.size]).toEqual([null, 0]);
});

it('A sealed tab falls back to memory where the browser offers no storage or no key', async () => {
  const tab = await load('tab', { ...draftKeys, of: () => Promise.reject(new Error('locked')) });
  tab.setItem('complaint', 'cough');
  await tab.settled();
  expect(tab.getItem('complaint')).toBe('cough');
});
