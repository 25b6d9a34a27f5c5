import { beforeEach, describe, expect, it } from 'vitest';
import { createSealedDrafts, type DraftPorts } from './sealed-drafts.ts';

class MemoryStorage {
  readonly entries = new Map<string, string>();
  get length() {
    return this.entries.size;
  }
  key = (index: number) => [...this.entries.keys()][index] ?? null;
  getItem = (name: string) => this.entries.get(name) ?? null;
  setItem = (name: string, value: string) => void this.entries.set(name, value);
  removeItem = (name: string) => void this.entries.delete(name);
}

function memoryKeys(): DraftPorts['keys'] {
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

describe('sealed drafts', () => {
  let storage: MemoryStorage;
  let keys: DraftPorts['keys'];

  beforeEach(() => {
    storage = new MemoryStorage();
    keys = memoryKeys();
  });

  const openAs = (account: string) => {
    const drafts = createSealedDrafts({ storage, keys });
    drafts.enter(account);
    return drafts;
  };

  it('gives back what was kept, also to a page that is loaded later', async () => {
    await openAs('a').keep('note.1', { plan: 'rest' });
    expect(await openAs('a').read('note.1')).toEqual({ plan: 'rest' });
  });

  it('leaves no word readable in the storage', async () => {
    await openAs('a').keep('note.1', { plan: 'metformin' });
    const stored = [...storage.entries.values()].join();
    expect(stored).toMatch(/^[0-9a-f]+$/);
    expect(stored).not.toContain(Buffer.from('metformin').toString('hex'));
  });

  it('opens a draft neither for another account nor under another name', async () => {
    await openAs('a').keep('note.1', 'secret');
    const [[, sealed] = ['', '']] = [...storage.entries];
    expect(await openAs('b').read('note.1')).toBeUndefined();
    storage.setItem('yunzhen.draft.a.note.2', sealed);
    expect(await openAs('a').read('note.2')).toBeUndefined();
  });

  it('does not bring back a draft that was dropped while it was still being sealed', async () => {
    const drafts = openAs('a');
    const kept = drafts.keep('note.1', 'old');
    drafts.drop('note.1');
    await kept;
    expect(storage.entries.size).toBe(0);
  });

  it('keeps the latest of several wishes, whichever was sealed first', async () => {
    const drafts = openAs('a');
    await Promise.all([drafts.keep('note.1', 'first'), drafts.keep('note.1', 'second')]);
    expect(await drafts.read('note.1')).toBe('second');
  });

  it('forgets the drafts and the key of the person who signs out, and nobody else’s', async () => {
    const other = openAs('b');
    await other.keep('note.1', 'theirs');
    const drafts = openAs('a');
    await drafts.keep('note.1', 'mine');
    const late = drafts.keep('note.2', 'still being sealed');
    const copy = storage.getItem('yunzhen.draft.a.note.1') ?? '';
    await drafts.forgetAll();
    await late;
    expect([...storage.entries.keys()]).toEqual(['yunzhen.draft.b.note.1']);
    expect(await other.read('note.1')).toBe('theirs');
    storage.setItem('yunzhen.draft.a.note.1', copy);
    expect(await openAs('a').read('note.1')).toBeUndefined();
  });

  it('keeps nothing once nobody is in, and finds what the same person left when a session ran out', async () => {
    const drafts = openAs('a');
    await drafts.keep('note.1', 'before');
    drafts.pause();
    await drafts.keep('note.1', 'after');
    expect(await drafts.read('note.1')).toBeUndefined();
    drafts.enter('a');
    expect(await drafts.read('note.1')).toBe('before');
  });

  it('goes on without a storage that has room', async () => {
    const drafts = openAs('a');
    storage.setItem = () => {
      throw new Error('full');
    };
    await expect(drafts.keep('note.1', 'text')).resolves.toBeUndefined();
  });
});
