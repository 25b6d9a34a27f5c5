import { figures, type FigureId } from '@yunzhen/shared/metrics/figures';
import type { FigureTarget } from '@yunzhen/shared/metrics/figure';
import { countOf, countUpTo, quantileOf } from '../counting/log-histogram.ts';
import type { CounterId, HistogramId } from '@yunzhen/shared/metrics/measures';
import { TallyFilter, type Tally } from '../counting/tally.ts';
import { shareOf } from '../metrics.policy.ts';

export type Targets = Readonly<Record<FigureTarget, number>>;

/** The counts behind a figure, which decide whether it may be shown. */
export interface FigureCounts {
  /** The size of the base. */
  readonly of: number;
  /** How many of the base make up the share; null without a share. */
  readonly part: number | null;
}

export interface FigureValue extends FigureCounts {
  readonly value: number | null;
}

/** Returns the filter for the counts that these figures need. */
export function wantedFor(asked: readonly FigureId[]): TallyFilter {
  const counters: CounterId[] = [];
  const histograms: HistogramId[] = [];
  for (const figure of asked) {
    const { formula } = figures[figure];
    if ('histogram' in formula) histograms.push(formula.histogram);
    if (formula.kind === 'count') counters.push(formula.counter);
    if (formula.kind === 'mean') counters.push(formula.sum, formula.over);
    if (formula.kind === 'share')
      counters.push(formula.part, ...formula.whole, ...(formula.people ? [formula.people] : []));
  }
  return new TallyFilter(counters, histograms);
}

/** Computes a figure from a tally. */
export function figureValue(figure: FigureId, tally: Tally, targets: Targets): FigureValue {
  const { formula } = figures[figure];
  switch (formula.kind) {
    case 'count': {
      const count = tally.of(formula.counter);
      return { value: count, of: count, part: null };
    }
    case 'share': {
      const part = tally.of(formula.part);
      const whole = formula.whole.reduce((sum, counter) => sum + tally.of(counter), 0);
      if (formula.people) return { value: shareOf(part, whole), of: tally.of(formula.people), part: null };
      return { value: shareOf(part, whole), of: whole, part };
    }
    case 'share-within': {
      const histogram = tally.histogram(formula.histogram);
      const of = countOf(histogram);
      const part = countUpTo(histogram, targets[formula.target]);
      return { value: shareOf(part, of), of, part };
    }
    case 'percentile': {
      const histogram = tally.histogram(formula.histogram);
      const value = quantileOf(histogram, formula.share);
      return { value: value === null ? null : value / formula.per, of: countOf(histogram), part: null };
    }
    case 'mean': {
      const of = tally.of(formula.over);
      return { value: shareOf(tally.of(formula.sum), of), of, part: null };
    }
  }
}

/** Returns the counts behind a figure without its value; of sibling groups nothing else is needed. */
export function figureCounts(figure: FigureId, tally: Tally, targets: Targets): FigureCounts {
  const { formula } = figures[figure];
  if (formula.kind === 'percentile') return { of: countOf(tally.histogram(formula.histogram)), part: null };
  return figureValue(figure, tally, targets);
}

/** Returns the value of a plain count. */
export const countValue = (count: number): FigureValue => ({ value: count, of: count, part: null });

/** Returns a counted part of a counted whole. */
export const shareValue = (part: number, of: number): FigureValue => ({ value: shareOf(part, of), of, part });
