import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Remark } from '../lists/list-reader.ts';
import { readList } from '../lists/read-list.ts';
import { ownColumns, ownSample } from './own-columns.ts';
import { listReader } from './own-list-reader.ts';
import type { OwnProductRow } from './own-row.ts';

type Cell = Partial<Record<string, string>>;

/** A valid row, with the given cells replaced. */
const good: Cell = {
  code: 'A1',
  zh: '阿莫西林胶囊',
  ingredients: 'amoxicillin 500 mg',
  form: 'capsule',
  routes: 'oral',
  unit: 'capsule',
  control: 'antibiotic',
};
const read = (over: Cell) =>
  listReader.read({ ...(good as Record<string, string>), ...(over as Record<string, string>) });
const problems = (over: Cell): readonly Remark[] => {
  const row = read(over);
  return 'problems' in row ? row.problems : [];
};
function taken(over: Cell = {}): { entry: OwnProductRow; reservations: readonly Remark[] } {
  const row = read(over);
  if ('problems' in row || row.entry.kind !== 'own') throw new Error(JSON.stringify(row));
  return { entry: row.entry, reservations: row.reservations };
}

describe('a row of a hospital’s own medicine list', () => {
  it('is accepted with ids or with names in either language', () => {
    const { entry, reservations } = taken({
      ingredients: '阿莫西林 250 毫克|克拉维酸 125mg',
      form: '片',
      routes: '口服',
      unit: '片',
    });
    expect(entry).toMatchObject({
      parts: [
        { ingredient: 'amoxicillin', strength: { value: '250', unit: 'mg', per: 'unit' } },
        { ingredient: 'clavulanic-acid', strength: { value: '125', unit: 'mg', per: 'unit' } },
      ],
      form: 'tablet',
      routes: ['oral'],
      unit: 'tablet',
    });
    expect(reservations).toEqual([]);
  });

  it.each<[string, Cell, string]>([
    ['no code', { code: '' }, 'code'],
    ['a code that is a formula', { code: '=1+1' }, 'code'],
    ['a code with a space', { code: 'A 1' }, 'code'],
    ['no name in any language', { zh: '' }, 'zh'],
    ['a name that is a formula', { zh: '=HYPERLINK("http://evil")' }, 'zh'],
    ['a name that starts like a command', { en: '@SUM(A1)' }, 'en'],
    ['a name with an invisible direction mark', { zh: '阿莫\u202e西林' }, 'zh'],
    ['a name of 100,000 characters', { zh: '药'.repeat(100_000) }, 'zh'],
    ['no substance', { ingredients: '' }, 'ingredients'],
    ['a substance without a strength', { ingredients: 'amoxicillin' }, 'ingredients'],
    ['a negative strength', { ingredients: 'amoxicillin -500 mg' }, 'ingredients'],
    ['a strength of zero', { ingredients: 'amoxicillin 0 mg' }, 'ingredients'],
    ['a strength in percent', { ingredients: 'amoxicillin 5 %' }, 'ingredients'],
    ['a strength in tablets', { ingredients: 'amoxicillin 1 tablet' }, 'ingredients'],
    ['a substance twice', { ingredients: 'amoxicillin 250 mg|阿莫西林 250 mg' }, 'ingredients'],
    ['an unknown form', { form: 'brick' }, 'form'],
    ['an unknown route', { routes: 'oral|telepathic' }, 'routes'],
    ['no route', { routes: '' }, 'routes'],
    ['an unknown unit', { unit: 'ladle' }, 'unit'],
    ['no control class', { control: '' }, 'control'],
    ['an invalid ATC code', { atc: 'amox' }, 'atc'],
    ['a negative pack', { packSize: '-24' }, 'packSize'],
    ['an invalid sig', { usualSigs: '1 capsule tid' }, 'usualSigs'],
    ['a sig in another unit', { usualSigs: '1 tablet 3/1d 7d' }, 'usualSigs'],
    ['a negative dose', { doseUnit: 'mg', adultPerDose: '-500' }, 'adultPerDose'],
    ['a dose that is not a number', { doseUnit: 'mg', adultPerDose: 'much' }, 'adultPerDose'],
    ['a dose with an exponent', { doseUnit: 'mg', adultPerDose: '1e9' }, 'adultPerDose'],
    ['a dose without its unit', { adultPerDose: '500' }, 'doseUnit'],
    ['a dose in a unit of another kind', { doseUnit: 'IU', adultPerDose: '500' }, 'doseUnit'],
    ['more per dose than per day', { doseUnit: 'mg', adultPerDose: '900', adultPerDay: '500' }, 'adultPerDose'],
    [
      'more for a child than for an adult',
      { doseUnit: 'mg', childMaxPerDay: '900', adultPerDay: '500' },
      'childMaxPerDay',
    ],
    ['an age of three hundred months', { minAgeMonths: '300' }, 'minAgeMonths'],
    [
      'doses of a combination',
      { ingredients: 'amoxicillin 250 mg|clavulanic-acid 125 mg', doseUnit: 'mg', adultPerDose: '9' },
      'adultPerDose',
    ],
    ['a built-in medicine that does not exist', { builtIn: 'nothing' }, 'builtIn'],
    ['a built-in medicine with changes', { builtIn: 'amoxicillin-500mg-capsule' }, 'zh'],
    ['a built-in narcotic declared as another class', { ingredients: 'oxycodone 10 mg', control: 'rx' }, 'control'],
    ['a narcotic declared as another class', { ingredients: 'morphine 10 mg', control: 'rx' }, 'control'],
  ])('is rejected for %s, naming the column in both languages', (_, over, column) => {
    const found = problems(over);
    expect(found.map((one) => one.column)).toContain(column);
    for (const { text } of found) {
      expect(text.en).toMatch(/[a-z]/);
      expect(text.zh).toMatch(/\p{Script=Han}/u);
    }
  });

  it.each<[string, Cell, string]>([
    ['an unknown substance', { ingredients: 'moonshinide 5 mg' }, 'ingredients'],
    ['a misspelt substance, which is never corrected', { ingredients: 'amoxicilin 500 mg' }, 'ingredients'],
    ['a strength a thousand times too large', { ingredients: 'amoxicillin 500 g' }, 'ingredients'],
    ['a larger dose than the built-in one', { doseUnit: 'g', adultPerDose: '50', adultPerDay: '50' }, 'adultPerDose'],
  ])('is accepted with a reservation for %s', (_, over, column) => {
    expect(taken(over).reservations.map((one) => one.column)).toContain(column);
  });

  it('may only name a built-in medicine', () => {
    const empty = Object.fromEntries(ownColumns.map(({ name }) => [name, '']));
    expect(listReader.read({ ...empty, code: 'A1', builtIn: 'amoxicillin-500mg-capsule' })).toMatchObject({
      entry: { kind: 'built-in', productId: 'amoxicillin-500mg-capsule' },
    });
  });
});

describe('the example file', () => {
  it.each([
    ['as it is', ownSample],
    ['with a byte order mark', `\ufeff${ownSample}`],
    ['with Unix line ends', ownSample.replaceAll('\r\n', '\n')],
  ])('is accepted completely %s, with its one reservation', async (_, text) => {
    const remarks: unknown[] = [];
    const result = await readList(Buffer.from(text), listReader, { remark: (one) => void remarks.push(one) });
    expect(result).toEqual({ accepted: 5, refused: 0, reserved: 1, failure: null });
    expect(remarks).toMatchObject([{ line: 6, column: 'ingredients', refused: false }]);
  });

  it('rejects a repeated code and a row with too many cells, and continues', async () => {
    const lines = ownSample.split('\r\n');
    const text = [...lines.slice(0, 3), lines[2], `${lines[3]},,,`, lines[4]].join('\n');
    const remarks: { line: number; refused: boolean }[] = [];
    const result = await readList(Buffer.from(text), listReader, { remark: (one) => void remarks.push(one) });
    expect(result).toMatchObject({ accepted: 3, refused: 2 });
    expect(
      remarks
        .filter(({ refused }) => refused)
        .map(({ line }) => line)
        .toSorted(),
    ).toEqual([4, 5]);
  });

  it('is rejected when it unpacks to more than 64 MB', async () => {
    const whole = Buffer.concat([Buffer.from(ownSample), Buffer.alloc(64_000_000, '\n')]);
    const result = await readList(gzipSync(whole, { level: 1 }), listReader, {});
    expect(result).toMatchObject({ accepted: 0, failure: { en: expect.stringContaining('not text') } });
  });
});
