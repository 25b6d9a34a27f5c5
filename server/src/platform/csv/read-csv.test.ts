import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { CsvRowError, parseCsv } from './read-csv.ts';

const schema = z.strictObject({ code: z.string().min(2), name: z.string() });

describe('parseCsv', () => {
  it('reads quoted fields, a byte order mark and line numbers', () => {
    const rows = parseCsv('a.csv', '\uFEFFcode,name\nAA,"one, two"\n\nBB,说\n', schema);
    expect(rows.map(({ row }) => row)).toEqual([
      { code: 'AA', name: 'one, two' },
      { code: 'BB', name: '说' },
    ]);
    expect(rows[1]?.line).toBe(4);
  });

  it.each([
    ['a row that fails the schema', 'code,name\nAA,x\nB,y\n', /^a\.csv:3: code: /],
    ['an unknown column', 'code,name,price\nAA,x,1\n', /^a\.csv:2: /],
    ['a row with a field too many', 'code,name\nAA,x\nBB,y,z\n', /^a\.csv:3: /],
    ['a quote that never closes', 'code,name\nAA,"x\n', /^a\.csv:\d+: /],
  ])('names file, line and reason of %s', (_, text, message) => {
    expect(() => parseCsv('a.csv', text, schema)).toThrow(CsvRowError);
    expect(() => parseCsv('a.csv', text, schema)).toThrow(message);
  });
});
