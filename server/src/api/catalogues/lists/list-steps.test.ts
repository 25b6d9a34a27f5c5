import { describe, expect, it } from 'vitest';
import type { ListReader, NumberedRecord } from './list-reader.ts';
import { readInSteps, type ListThreadMessage } from './list-steps.ts';

const text = { en: 'no', zh: '否' };

/** A reader of JSON, such as FHIR, which remarks on each record as often as it says. */
const reader: ListReader<null> = {
  columns: { required: ['key', 'remarks'], optional: [] },
  maxRows: 100_000,
  *records(json) {
    const rows = JSON.parse(json) as NumberedRecord['record'][];
    for (const [at, record] of rows.entries()) yield { line: at + 1, record, share: (at + 1) / rows.length };
  },
  read: (record) => ({
    key: record['key'] ?? '',
    entry: null,
    reservations: Array.from({ length: Number(record['remarks']) }, () => ({ column: 'key', text })),
  }),
};

async function messagesOf(records: number, remarks: number): Promise<ListThreadMessage[]> {
  const rows = Array.from({ length: records }, (_, at) => ({ key: `${at}`, remarks: `${remarks}` }));
  const said: ListThreadMessage[] = [];
  await readInSteps(Buffer.from(JSON.stringify(rows)), reader, (message) => void said.push(message));
  return said;
}

describe('a list that is no CSV', () => {
  it('says its progress while it is read, so that it can be cancelled', async () => {
    const said = await messagesOf(20_000, 0);
    const shares = said.flatMap((message) => (message.kind === 'progress' ? [message.share] : []));
    expect(shares.length).toBeGreaterThan(10);
    expect(shares).toEqual(shares.toSorted((one, other) => one - other));
    expect(said.at(-1)).toMatchObject({ kind: 'done', result: { accepted: 20_000, failure: null } });
  });

  it('hands over its remarks in slices, all of them and in order', async () => {
    const said = await messagesOf(3_000, 3);
    expect(said.every(({ remarks }) => remarks.length <= 500)).toBe(true);
    const lines = said.flatMap(({ remarks }) => remarks.map(({ line }) => line));
    expect(lines).toEqual(Array.from({ length: 9_000 }, (_, at) => Math.floor(at / 3) + 1));
  });
});

describe('a list of malformed rows alone', () => {
  it('is given up after 20,000 of them, so that a small compressed file does not fill memory and database with remarks', async () => {
    const said: ListThreadMessage[] = [];
    const csv: ListReader<null> = {
      columns: { required: ['key', 'remarks'], optional: [] },
      maxRows: 100,
      read: reader.read,
    };
    await readInSteps(
      Buffer.from(`key,remarks\n${`${'x'.repeat(30)}\n`.repeat(40_000)}`),
      csv,
      (message) => void said.push(message),
    );
    expect(said.flatMap(({ remarks }) => remarks)).toHaveLength(20_000);
    const done = said.at(-1);
    expect(done).toMatchObject({
      kind: 'done',
      result: { failure: { en: expect.stringContaining('More than 20000 rows') } },
    });
    expect(done?.kind === 'done' && done.result.refused).toBeLessThan(30_000);
  });
});
