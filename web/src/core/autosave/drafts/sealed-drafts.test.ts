import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SealedDrafts, type DraftKeys, type DraftStore } from './sealed-drafts.ts';

class MemoryStore implements DraftStore {
  readonly entries = new Map<string, Uint8Array<ArrayBuffer>>();
  writes = 0;
  reads = 0;
  read = async (place: string) => {
    this.reads += 1;
    return this.entries.get(place);
  };
  readAll = async (prefix: string) => new Map([...this.entries].filter(([place]) => place.startsWith(prefix)));
  write = async (place: string, sealed: Uint8Array<ArrayBuffer>) => {
    this.writes += 1;
    this.entries.set(place, sealed);
  };
  remove = async (place: string) => void this.entries.delete(place);
  removeAll = async (prefix: string) => {
    for (const place of this.entries.keys()) if (place.startsWith(prefix)) this.entries.delete(place);
  };
}

function memoryKeys(): DraftKeys {
  const keys = new Map<string, Promise<CryptoKey>>();
  return {
    of(accountId) {
      const key =
        keys.get(accountId) ??
        crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      keys.set(accountId, key);
      return key;
    },
    forget: async (accountId) => void keys.delete(accountId),
  };
}

describe('Sealed drafts', () => {
  let store: MemoryStore;
  let keys: DraftKeys;

  beforeEach(() => {
    store = new MemoryStore();
    keys = memoryKeys();
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  const openAs = (account: string) => {
    const drafts = new SealedDrafts({ store, keys });
    drafts.enter(account);
    return drafts;
  };

  it('return a stored draft, also to a page that is loaded later', async () => {
    await openAs('a').keep('note.1', { plan: 'rest' });
    expect(await openAs('a').read('note.1')).toEqual({ plan: 'rest' });
  });

  it('are read ahead for the first page, and again from the storage once this page writes or two seconds are over', async () => {
    vi.useFakeTimers();
    await openAs('a').keep('note.1', 'old');
    await openAs('b').keep('note.1', 'theirs');
    const drafts = openAs('a');
    drafts.readAhead();
    expect([await drafts.read('note.1'), await drafts.read('note.2'), store.reads]).toEqual(['old', undefined, 0]);
    await drafts.keep('note.1', 'new');
    expect([await drafts.read('note.1'), store.reads]).toEqual(['new', 1]);

    drafts.readAhead();
    await openAs('a').keep('note.1', 'of another tab');
    vi.advanceTimersByTime(2_000);
    expect([await drafts.read('note.1'), store.reads]).toEqual(['of another tab', 2]);

    drafts.readAhead();
    drafts.enter('b');
    expect([await drafts.read('note.1'), store.reads]).toEqual(['theirs', 3]);
  });

  it('are read from the storage when they could not be read ahead', async () => {
    await openAs('a').keep('note.1', 'kept');
    store.readAll = () => Promise.reject(new Error('locked'));
    const drafts = openAs('a');
    drafts.readAhead();
    expect(await drafts.read('note.1')).toBe('kept');
  });

  it('need no key where nothing is stored', async () => {
    let asked = 0;
    const { of } = keys;
    keys.of = (accountId) => {
      asked += 1;
      return of(accountId);
    };
    expect([await openAs('a').read('note.1'), asked]).toEqual([undefined, 0]);
  });

  it('leave no readable text in the storage', async () => {
    await openAs('a').keep('note.1', { plan: 'metformin' });
    const stored = Buffer.concat([...store.entries.values()]);
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.includes('metformin')).toBe(false);
  });

  it('cannot be opened by another account or under another name', async () => {
    await openAs('a').keep('note.1', 'secret');
    const sealed = await store.read('a.note.1');
    if (!sealed) throw new Error('nothing was stored');
    expect(await openAs('b').read('note.1')).toBeUndefined();
    await store.write('a.note.2', sealed);
    expect(await openAs('a').read('note.2')).toBeUndefined();
  });

  it('do not restore a draft that was removed while it was being encrypted', async () => {
    const drafts = openAs('a');
    const kept = drafts.keep('note.1', 'old');
    await Promise.all([kept, drafts.drop('note.1')]);
    expect(store.entries.size).toBe(0);
  });

  it('store the latest of several writes, whichever was encrypted first', async () => {
    const drafts = openAs('a');
    await Promise.all([drafts.keep('note.1', 'first'), drafts.keep('note.1', 'second')]);
    expect(await drafts.read('note.1')).toBe('second');
  });

  it('write only the latest text, not every keystroke, while the disk is slow', async () => {
    const drafts = openAs('a');
    await Promise.all(Array.from('a long word', (_, end) => drafts.keep('note.1', 'a long word'.slice(0, end + 1))));
    expect(await drafts.read('note.1')).toBe('a long word');
    expect(store.writes).toBe(2);
  });

  it('delete the drafts and the key of the account that signs out, and of no other account', async () => {
    const other = openAs('b');
    await other.keep('note.1', 'theirs');
    const drafts = openAs('a');
    await drafts.keep('note.1', 'mine');
    const late = drafts.keep('note.2', 'still being sealed');
    const copy = await store.read('a.note.1');
    if (!copy) throw new Error('nothing was stored');
    await drafts.forgetAll();
    await late;
    expect([...store.entries.keys()]).toEqual(['b.note.1']);
    expect(await other.read('note.1')).toBe('theirs');
    await store.write('a.note.1', copy);
    expect(await openAs('a').read('note.1')).toBeUndefined();
  });

  it('store nothing while signed out, and return the same account’s drafts after an expired session', async () => {
    const drafts = openAs('a');
    await drafts.keep('note.1', 'before');
    drafts.pause();
    await drafts.keep('note.1', 'after');
    expect(await drafts.read('note.1')).toBeUndefined();
    drafts.enter('a');
    expect(await drafts.read('note.1')).toBe('before');
  });

  it('continue without free storage and without a key', async () => {
    const drafts = openAs('a');
    store.write = () => Promise.reject(new Error('full'));
    await expect(drafts.keep('note.1', 'text')).resolves.toBeUndefined();
    keys.of = () => Promise.reject(new Error('locked'));
    const locked = openAs('a');
    await expect(locked.keep('note.1', 'text')).resolves.toBeUndefined();
    expect(await locked.read('note.1')).toBeUndefined();
  });
});
