/** Vertical positions in points from the top of a page. */
export interface PageRoom {
  /** Where medicines may start on the first page, below the preface, and on later pages. */
  readonly firstTop: number;
  readonly nextTop: number;
  readonly bottom: number;
  /** Space between two medicines. */
  readonly gap: number;
  /** Space for "continued on the next page". */
  readonly turning: number;
  /** Space for the closing of the last page: blank line, signatures, code. */
  readonly closing: number;
}

export interface PagePlan {
  /** Indices of the medicines on each page. */
  readonly pages: readonly (readonly number[])[];
  /** True when the closing does not fit beside the last medicine, which happens only when that medicine fills a page. */
  readonly closingAlone: boolean;
}

/**
 * Distributes medicines over pages without splitting any. The last medicine stays with the signatures, so that no sheet has signatures alone. Throws
 * a `RangeError` when one medicine is taller than a page.
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
    if (y + height > room.bottom - room.turning) throw new RangeError('A medicine does not fit on one page.');
    closingAlone = isLast && y + height > limit;
    pages.at(-1)?.push(index);
    y += height + room.gap;
  });
  return { pages, closingAlone };
}
