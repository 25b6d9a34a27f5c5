import type { LocalizedText } from '../core/locale.ts';
import type { CounterId, HistogramId } from './measures.ts';

export const figureAreas = ['visits', 'time', 'calls', 'prescriptions', 'ratings'] as const;
export type FigureArea = (typeof figureAreas)[number];

/** The level of a figure. A patient is never a level. */
export const figureLevels = ['hospital', 'department', 'practitioner'] as const;
export type FigureLevel = (typeof figureLevels)[number];

/** The hospital’s own targets for shares, both in seconds. */
export const figureTargets = ['targetWaitSeconds', 'targetReviewSeconds'] as const;
export type FigureTarget = (typeof figureTargets)[number];

/** How a figure is computed from counts. */
export type FigureFormula =
  | { readonly kind: 'count'; readonly counter: CounterId }
  /** `people`: the number of visits behind it, when part and whole are seconds. */
  | {
      readonly kind: 'share';
      readonly part: CounterId;
      readonly whole: readonly CounterId[];
      readonly people?: CounterId;
    }
  /** The share of values up to the hospital’s target. */
  | { readonly kind: 'share-within'; readonly histogram: HistogramId; readonly target: FigureTarget }
  /** Values are divided by `per`, e.g. 1000 to show milliseconds as seconds. */
  | { readonly kind: 'percentile'; readonly histogram: HistogramId; readonly share: number; readonly per: number }
  | { readonly kind: 'mean'; readonly sum: CounterId; readonly over: CounterId };

/** Share: 0 to 1; mos: 1 to 4.5; points: 1 to 5; ratio: a number per one. */
export type FigureUnit = 'count' | 'share' | 'seconds' | 'mos' | 'points' | 'ratio';

export interface FigureDefinition {
  readonly area: FigureArea;
  readonly unit: FigureUnit;
  readonly formula: FigureFormula;
  /** Which direction is better for patients; `neither` when none is. */
  readonly better: 'more' | 'less' | 'neither';
  readonly levels: readonly FigureLevel[];
  /** The domain events that it is counted from; for shares, percentiles and means those of the whole second. */
  readonly events: { readonly numerator: readonly string[]; readonly denominator: readonly string[] };
  readonly title: LocalizedText;
  readonly definition: LocalizedText;
}

/** Figures about prescribing exclude doctors, so that they cannot be compared by medicines. */
export const withoutDoctors = ['hospital', 'department'] as const satisfies readonly FigureLevel[];
