import { describe, expect, it } from 'vitest';
import { staffFileRows } from './staff-file-rows.ts';

const heading = 'name,email,roles';
const rowsOf = (text: string) => staffFileRows(Buffer.from(text));
const blank = (records: number) => ',,\n'.repeat(records);

describe('a staff file', () => {
  it('is read with the rows without text that spreadsheets add', () => {
    const rows = rowsOf(`${heading}\n李伟,li@example.test,医生\n${blank(1_500)}`);
    expect(rows).toMatchObject([{ line: 2, cells: { name: '李伟' } }]);
  });

  it.each([
    ['blank rows', `${heading}\n${blank(250_000)}`],
    ['rows of one character', `${heading}\n${'a\n'.repeat(400_000)}`],
  ])('with a megabyte of %s is not read to its end', (_, text) => {
    // The row after the end would make the whole file unreadable.
    expect(rowsOf(`${text}"never closed`)).toEqual({ rule: 'rows', line: null, columns: [] });
  });

  it('is rejected for a record or a heading that no spreadsheet of staff has', () => {
    expect(rowsOf(`${heading}\n${','.repeat(500_000)}`)).toMatchObject({ rule: 'csv' });
    const columns = Array.from({ length: 2_000 }, (_, at) => `c${at}`).join(',');
    expect(rowsOf(`${columns}\na,b`)).toEqual({ rule: 'columns', line: 1, columns: [] });
  });
});
