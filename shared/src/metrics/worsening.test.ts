import { describe, expect, it } from 'vitest';
import type { FigureId } from './figures.ts';
import { findWorsening, watched, type Place } from './worsening.ts';
import { figures } from './figures.ts';

const cell = (value: number | null, of: number) => ({ value, of, folded: false });
function place(where: string, ...cells: [FigureId, now: [number | null, number], before: [number | null, number]][]) {
  return {
    where,
    cells: new Map(
      cells.map(([figure, now, before]) => [figure, { now: cell(...now), before: cell(...before) }] as const),
    ),
  } satisfies Place<string>;
}

describe('A worsening', () => {
  it('is a significant change', () => {
    const { found, compared } = findWorsening([
      place('sure', ['call-drop-share', [0.2, 400], [0.1, 400]]),
      place('chance', ['call-drop-share', [0.2, 40], [0.1, 40]]),
      place('better', ['call-drop-share', [0.1, 400], [0.2, 400]]),
    ]);
    expect(found.map(({ where }) => where)).toEqual(['sure']);
    expect(compared).toBe(3);
  });

  it('requires enough cases in both periods, and cells that are not hidden', () => {
    const folded = { value: null, of: null, folded: true };
    const hidden: Place<string> = {
      where: 'hidden',
      cells: new Map([['wait-median' as const, { now: folded, before: cell(60, 900) }]]),
    };
    expect(findWorsening([place('few', ['call-drop-share', [0.9, 29], [0.1, 900]]), hidden])).toEqual({
      found: [],
      compared: 0,
    });
  });

  it('excludes changes that are significant but too small to matter', () => {
    const { found } = findWorsening([place('all', ['wait-median', [305, 200_000], [300, 200_000]])]);
    expect(found).toEqual([]);
  });

  it('includes one figure of a topic, the most significant place first', () => {
    const { found } = findWorsening([
      place('mild', ['wait-within-target', [0.7, 300], [0.85, 300]], ['wait-median', [600, 300], [300, 300]]),
      place('strong', ['wait-within-target', [0.4, 300], [0.85, 300]]),
    ]);
    expect(found.map(({ where, figure }) => `${where} ${figure}`)).toEqual([
      'strong wait-within-target',
      'mild wait-within-target',
    ]);
  });

  it('covers only figures with a better and a worse direction', () => {
    expect(watched.filter((figure) => figures[figure].better === 'neither')).toEqual([]);
  });
});
