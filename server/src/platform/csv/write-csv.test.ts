import { describe, expect, it } from 'vitest';
import { csvLines } from './write-csv.ts';

describe('lines of CSV', () => {
  it('quote every cell and prevent spreadsheets from running formulas', () => {
    const text = Buffer.from(csvLines([['a "b"', '=1+1', '@x', '-2', 'two\nlines']])).toString();
    expect(text).toBe(`"a ""b""","'=1+1","'@x","'-2","two\nlines"\r\n`);
  });

  it.each(['＝1+1', '＋1', '－1', '＠SUM(A1)', '\n=1'])('prevent spreadsheets from running %j', (cell) => {
    expect(Buffer.from(csvLines([[cell]])).toString()).toBe(`"'${cell}"\r\n`);
  });

  it('start with a byte order mark on request', () => {
    expect([...csvLines([['时间']], { mark: true })].slice(0, 3)).toEqual([0xef, 0xbb, 0xbf]);
  });
});
