import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../demo/random.ts';
import { countValue, shareValue, type FigureValue } from './figure-value.ts';
import { cellOf, foldsEach, foldsInTable, foldsTogether, hiddenAmong, type Fold } from './folding.policy.ts';

const counts = (...values: number[]) => values.map(countValue);

describe('hiding counts that add up to a known sum', () => {
  it.each([
    ['hides nothing when no count is small', [5, 9, 0], [false, false, false]],
    ['hides the smallest other count with a single small one', [3, 17, 40], [true, true, false]],
    ['hides no other count when two small ones total five', [2, 3, 40], [true, true, false]],
    [
      'hides four counts for two ones and a three, because the ones could be computed',
      [1, 1, 3, 40],
      [true, true, true, false],
    ],
    ['hides a third count when two small ones total only four', [2, 2, 40], [true, true, true]],
    ['hides zeros when there is no other count', [3, 0, 0], [true, true, true]],
    ['protects a count that is hidden for another reason', [50, 7, 9], [true, true, false], [true]],
  ])('%s', (_why, values, expected, already: boolean[] = []) => {
    expect(hiddenAmong(values, already)).toEqual(expected);
  });

  it('judges each on its own when they do not add up', () => {
    expect(foldsEach(counts(3, 17, 0))).toEqual(['whole', 'none', 'none']);
    expect(foldsTogether(counts(3, 17, 0))).toEqual(['whole', 'whole', 'none']);
    expect(foldsTogether(counts(3, 0, 0))).toEqual(['whole', 'whole', 'whole']);
  });

  it('hides a share when its part or the remainder is small', () => {
    expect(foldsEach([shareValue(2, 20), shareValue(18, 20), shareValue(10, 20), shareValue(0, 20)])).toEqual([
      'part',
      'part',
      'none',
      'none',
    ]);
    expect(cellOf(shareValue(2, 20), 'part')).toEqual({ value: null, of: 20, folded: true });
    expect(cellOf(shareValue(2, 3), 'whole')).toEqual({ value: null, of: null, folded: true });
    expect(cellOf(shareValue(0, 0))).toEqual({ value: null, of: 0, folded: false });
  });
});

describe('hiding counts in a table of groups', () => {
  it('shows nothing of a hidden sum', () => {
    const table = [counts(10, 20), counts(30, 40)];
    expect(foldsInTable(table, { above: ['whole', 'none'] })).toEqual([
      ['whole', 'none'],
      ['whole', 'none'],
    ]);
    expect(foldsInTable(table, { totals: ['whole', 'whole'] }).flat()).toEqual(Array(4).fill('whole'));
  });

  it('continues until the cells that protect a row are protected in their columns', () => {
    const table = [counts(3, 20, 30), counts(40, 50, 60), counts(70, 80, 90)];
    expect(foldsInTable(table, { totals: ['none', 'none', 'none'] })).toEqual([
      ['whole', 'whole', 'none'],
      ['whole', 'whole', 'none'],
      ['none', 'none', 'none'],
    ]);
  });

  it('hides nothing of a day without visits', () => {
    const table = [counts(3, 0), counts(17, 0), counts(40, 0)];
    const folds = foldsInTable(table, { totals: ['whole', 'whole', 'none'] });
    expect(folds[2]).toEqual(['none', 'none']);
  });

  /** Plays an attacker who opens every page: for each line, what it hides, from the sum and what is shown. */
  const lines = (table: readonly (readonly FigureValue[])[], folds: readonly (readonly Fold[])[]) => {
    const cells = table.flatMap((row, group) =>
      row.map((value, column) => ({ group, column, of: value.of, fold: folds[group]?.[column] ?? 'none' })),
    );
    return [
      ...Map.groupBy(cells, ({ column }) => `column ${column}`),
      ...Map.groupBy(cells, ({ group }) => `row ${group}`),
    ];
  };

  it.each(Array.from({ length: 40 }, (_, seed) => seed))(
    'reveals no hidden cell in any row or column, seed %i',
    (seed) => {
      const random = createRandom(`folding ${seed}`);
      const groups = random.between(2, 9);
      const columns = random.between(2, 40);
      const table = Array.from({ length: groups }, () =>
        Array.from({ length: columns }, () =>
          countValue(random.chance(0.3) ? random.between(0, 6) : random.between(0, 60)),
        ),
      );
      const totals = foldsTogether(table.map((row) => countValue(row.reduce((sum, { of }) => sum + of, 0))));
      const folds = foldsInTable(table, { totals });
      for (const [group, row] of table.entries())
        for (const [column, { of }] of row.entries())
          if (of > 0 && of < 5) expect(folds[group]?.[column]).toBe('whole');
      for (const [name, line] of lines(table, folds)) {
        const hidden = line.filter(({ of, fold }) => of > 0 && fold !== 'none');
        const sum = hidden.reduce((all, { of }) => all + of, 0);
        // A row with a hidden sum shows nothing; a line that is hidden completely shows only its sum.
        const counted = line.filter(({ of }) => of > 0);
        if (hidden.length === 0 || hidden.length === counted.length) continue;
        expect([name, hidden.length >= 2, sum >= 5, sum > hidden.length]).toEqual([name, true, true, true]);
      }
    },
  );
});
