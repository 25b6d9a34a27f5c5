import { beforeEach, describe, expect, it } from 'vitest';
import type { OutgoingMessage } from './outgoing.ts';
import { createSealedItems, type SealedItemsPorts, type SealedRecord } from './sealed-items.ts';

const visit = '0193b5a0-0000-7000-8000-000000000001';

/** A database in memory. */
function memory() {
  const records = new Map<string, SealedRecord>();
  const keys = new Map<string, Promise<CryptoKey>>();
  const ports: SealedItemsPorts = {
    records: {
      put: async (record) => void records.set(record.place, record),
      all: async (prefix) => [...records.values()].filter(({ place }) => place.startsWith(prefix)),
      remove: async (place) => void records.delete(place),
      removeAll: async (prefix) => {
        for (const place of records.keys()) if (place.startsWith(prefix)) records.delete(place);
      },
    },
    keys: {
      of(account) {
        const make = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
        const key = keys.get(account) ?? make();
        keys.set(account, key);
        return key;
      },
      forget: async (account) => void keys.delete(account),
    },
  };
  return { ports, records };
}

const message = (id: string, text = 'metformin'): OutgoingMessage => ({
  id,
  text,
  files: [
    { id: 'f1', name: 'rash.jpg', content: new Blob(['picture of a rash'], { type: 'image/jpeg' }) },
    { id: 'f2', name: 'labs.pdf', content: new Blob(['%PDF labs'], { type: 'application/pdf' }) },
  ],
  writtenAt: 7,
});

describe('Messages stored on this device', () => {
  let store: ReturnType<typeof memory>;
  beforeEach(() => {
    store = memory();
  });
  const as = (account: string) => createSealedItems(store.ports, account);

  it('are returned completely to the same account, on a page that is loaded later', async () => {
    await as('a').keepMessage(visit, message('m1'));
    const [found] = await as('a').messages(visit);
    expect([found?.id, found?.text, found?.writtenAt]).toEqual(['m1', 'metformin', 7]);
    const files = found?.files ?? [];
    expect(await Promise.all(files.map(({ content }) => content.text()))).toEqual(['picture of a rash', '%PDF labs']);
    expect(files.map(({ name, content }) => [name, content.type])).toEqual([
      ['rash.jpg', 'image/jpeg'],
      ['labs.pdf', 'application/pdf'],
    ]);
    expect(await as('a').visits()).toEqual([visit]);
  });

  it('cannot be read in the database, neither text nor file names', async () => {
    await as('a').keepMessage(visit, message('m1'));
    await as('a').keepDraft(visit, 'insulin');
    const lying = Buffer.concat([...store.records.values()].map(({ sealed }) => Buffer.from(sealed))).toString(
      'latin1',
    );
    const places = [...store.records.keys()].join();
    for (const word of ['metformin', 'rash', 'labs', 'insulin']) expect(lying + places).not.toContain(word);
  });

  it('cannot be decrypted by another account or in another place', async () => {
    await as('a').keepMessage(visit, message('m1'));
    expect(await as('b').messages(visit)).toEqual([]);
    const [record] = [...store.records.values()];
    if (!record) throw new Error('item was not stored');
    store.records.set(`a/message/${visit}/m2`, { ...record, place: `a/message/${visit}/m2` });
    expect((await as('a').messages(visit)).map(({ id }) => id)).toEqual(['m1']);
  });

  it('are deleted with their key when the account signs out, and those of other accounts stay', async () => {
    const [mine, theirs] = [as('a'), as('b')];
    await mine.keepMessage(visit, message('m1'));
    await theirs.keepMessage(visit, message('m2'));
    const copy = [...store.records.values()][0];
    const late = mine.keepMessage(visit, message('m3'));
    await mine.forgetAll();
    await late;
    expect([...store.records.keys()]).toEqual([`b/message/${visit}/m2`]);
    if (copy) store.records.set(copy.place, copy);
    expect(await as('a').messages(visit)).toEqual([]);
    expect(await theirs.messages(visit)).toHaveLength(1);
  });

  it('include a draft that is still being written', async () => {
    const items = as('a');
    const written = items.keepDraft(visit, 'half a sent');
    expect(await items.draft(visit)).toBe('half a sent');
    await written;
  });

  it('include one draft for each visit, and none when it is blank', async () => {
    const items = as('a');
    await items.keepDraft(visit, 'half a sent');
    expect(await as('a').draft(visit)).toBe('half a sent');
    const late = items.keepDraft(visit, 'half a sentence');
    await items.keepDraft(visit, '  \n');
    await late;
    expect(await as('a').draft(visit)).toBe('');
    expect(store.records.size).toBe(0);
  });
});
