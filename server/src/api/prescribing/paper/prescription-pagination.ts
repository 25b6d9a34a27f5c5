/** Measures in points, from the top of a page. */
export interface PageRoom {
  /** Where medicines may begin on the first page, below the preface, and on those after it. */
  readonly firstTop: number;
  readonly nextTop: number;
  readonly bottom: number;
  /** Between two medicines. */
  readonly gap: number;
  /** For "continued on the next page". */
  readonly turning: number;
  /** For what closes the last page: blank line, signatures, code. */
  readonly closing: number;
}

export interface PagePlan {
  /** Indices of the medicines on each page. */
  readonly pages: readonly (readonly number[])[];
  /** The closing found no room beside the last medicine, which happens only when that one fills a page. */
  readonly closingAlone: boolean;
}

/**
 * Spreads medicines over pages. None is torn, and the last one stays with the signatures, so that no sheet bears a signature
 * and nothing that was signed. Throws a `RangeError` when one alone is taller than a page: text must not run off the paper.
 */
export function planPages(heights: readonly number[], room: PageRoom): PagePlan {
  const pages: number[][] = [[]];
  let y = room.firstTop;
  let closingAlone = false;
  heights.forEach((height, index) => {
    const isLast = index === heights.length - 1;
    const limit = room.bottom - (isLast ? room.closing : room.turning);
    if (y + height > limit && y > room.nextTop) {
      pages.push([]);
      y = room.nextTop;
    }
    if (y + height > room.bottom - room.turning) throw new RangeError('A medicine doesn’t fit on one page.');
    closingAlone = isLast && y + height > limit;
    pages.at(-1)?.push(index);
    y += height + room.gap;
  });
  return { pages, closingAlone };
}
