import type { FigureCell } from '@yunzhen/shared/metrics/figures.contract';
import type { FigureId } from '@yunzhen/shared/metrics/figures';
import { changeOf, LEAST_CASES, type Change } from './change.ts';

/** So many standard errors: of three hundred comparisons without any real change about one shows as much. */
const errors = 3;
/** Changes below these matter to nobody, however sure they are. */
const least = { percent: 0.1, points: 0.01, marks: 0.05 };

/** Figures that say the same thing in several ways: of each topic and place the first one that got worse is told. */
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

/** Every figure that is looked at. */
export const watched: readonly FigureId[] = topics.flat();

/** The figures of the hospital or of one of its groups, now and in the period before. */
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

/** What got worse by more than chance, surest first, and how many comparisons had enough cases to tell. */
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
        // A value that stayed the same was compared as well as one that moved.
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
