import { describe, expect, it } from 'vitest';
import { planPages } from './prescription-pagination.ts';

const room = { firstTop: 300, nextTop: 80, bottom: 780, gap: 10, turning: 20, closing: 180 };

describe('planPages', () => {
  it('uses one page while the closing fits', () => {
    expect(planPages([100, 100, 80], room)).toEqual({ pages: [[0, 1, 2]], closingAlone: false });
  });

  it('moves the last medicine to the signatures’ page rather than leave the signatures alone', () => {
    expect(planPages([100, 100, 81], room)).toEqual({ pages: [[0, 1], [2]], closingAlone: false });
  });

  it('fills middle pages down to the “continued” note', () => {
    expect(planPages([100, 100, 100, 100, 300, 200, 100], room).pages).toEqual([[0, 1, 2, 3], [4, 5], [6]]);
  });

  it('starts on the second page when the preface leaves no room', () => {
    expect(planPages([200], { ...room, firstTop: 500 }).pages).toEqual([[], [0]]);
  });

  it('gives the signatures their own page only when one medicine fills a page', () => {
    expect(planPages([600], room)).toEqual({ pages: [[], [0]], closingAlone: true });
  });

  it('rejects a medicine that is taller than a page', () => {
    expect(() => planPages([100, 700], room)).toThrow(RangeError);
  });

  it('places every medicine on exactly one page, in order and inside the page', () => {
    for (let count = 1; count <= 40; count++) {
      const heights = Array.from({ length: count }, (_, index) => 40 + ((index * 37) % 160));
      const { pages, closingAlone } = planPages(heights, room);
      expect(pages.flat()).toEqual(heights.map((_, index) => index));
      pages.forEach((indices, page) => {
        const used = indices.reduce((sum, index) => sum + (heights[index] ?? 0), (indices.length - 1) * room.gap);
        const top = page === 0 ? room.firstTop : room.nextTop;
        const reserved = page === pages.length - 1 && !closingAlone ? room.closing : room.turning;
        if (indices.length > 0) expect(top + used).toBeLessThanOrEqual(room.bottom - reserved);
      });
    }
  });
});
