import type { FigureCell } from './figures.contract.ts';
import type { FigureId } from './figures.ts';
import { changeOf, LEAST_CASES, type Change } from './change.ts';

/** Standard errors required: of three hundred comparisons without a real change, about one exceeds it. */
const errors = 3;
/** Smaller changes are irrelevant, however significant. */
const least = { percent: 0.1, points: 0.01, marks: 0.05, cases: LEAST_CASES };

/** Groups of related figures: of each topic and place, only the first one that got worse is reported. */
export const topics = [
  ['wait-within-target', 'wait-median', 'wait-p90'],
  ['no-show-share'],
  ['call-drop-share', 'call-recovery-median'],
  ['call-mos-median', 'rating-picture'],
  ['call-first-picture-median', 'call-first-picture-p90'],
  ['rating-care'],
  ['review-within-target', 'review-median', 'review-p90'],
  ['generic-share'],
] as const satisfies readonly (readonly FigureId[])[];

/** All figures that are compared. */
export const watched: readonly FigureId[] = topics.flat();

/** Figures of the hospital or one of its groups, now and in the previous period. */
export interface Place<Where> {
  readonly where: Where;
  readonly cells: ReadonlyMap<FigureId, { now: FigureCell; before: FigureCell }>;
}

export interface Worsening<Where> {
  readonly where: Where;
  readonly figure: FigureId;
  readonly now: FigureCell;
  readonly before: FigureCell;
  readonly change: Change;
}

/** Returns significant worsenings, most significant first, and how many comparisons had enough cases. */
export function findWorsening<Where>(places: readonly Place<Where>[]): {
  found: Worsening<Where>[];
  compared: number;
} {
  const found: (Worsening<Where> & { sureness: number })[] = [];
  let compared = 0;
  for (const { where, cells } of places) {
    for (const topic of topics) {
      const worse = topic.flatMap((figure) => {
        const pair = cells.get(figure);
        const change = pair && changeOf(figure, pair.now, pair.before);
        if (!pair || !change) return [];
        // An unchanged value counts as a comparison too.
        if (change.direction === 'same') compared += enough(pair) ? 1 : 0;
        const { sureness } = change;
        if (sureness === undefined) return [];
        compared++;
        const counts = change.meaning === 'worse' && sureness >= errors && change.size >= least[change.in];
        return counts ? [{ where, figure, ...pair, change, sureness }] : [];
      });
      found.push(...worse.slice(0, 1));
    }
  }
  found.sort((a, b) => b.sureness - a.sureness);
  return { found: found.map(({ sureness: _, ...rest }) => rest), compared };
}

const enough = ({ now, before }: { now: FigureCell; before: FigureCell }) =>
  Math.min(now.of ?? 0, before.of ?? 0) >= LEAST_CASES;
