import type { FigureBreakdown, FigureSeries } from '@yunzhen/shared/metrics/figures.contract';
import type { CallOutcomes, Forecast, Funnel, HeatMap, SafetyFigures } from '@yunzhen/shared/metrics/views.contract';
import type { Goals } from '@yunzhen/shared/metrics/goals';
import type { FigureId } from '@yunzhen/shared/metrics/figures';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { Targets } from '../views/figure-value.ts';

/** Figures at the top of the report, each with the period before. */
export const keyFigures = [
  'visits-completed',
  'wait-median',
  'wait-within-target',
  'visits-left',
  'no-show-share',
  'call-mos-median',
  'call-drop-share',
  'rating-care',
  'review-median',
  'review-within-target',
  'rejection-share',
  'override-share',
] as const satisfies readonly FigureId[];

/** Further figures for the charts. */
export const seriesFigures = [
  ...keyFigures,
  'visits',
  'wait-p90',
  'review-p90',
  'antibiotic-share',
  'generic-share',
] as const;

export const departmentFigures = [
  'visits-completed',
  'wait-median',
  'wait-within-target',
  'call-drop-share',
  'rating-care',
  'review-median',
  'override-share',
] as const satisfies readonly FigureId[];

/** Everything that is printed, with small counts hidden as on screen: plain values, to pass to the rendering thread. */
export interface FiguresReport {
  readonly hospital: LocalizedText;
  /** PNG; null without a logo. */
  readonly logo?: Uint8Array | null;
  readonly targets: Targets;
  readonly goals: Goals;
  readonly series: FigureSeries;
  readonly funnel: Funnel;
  readonly heatMap: HeatMap;
  readonly calls: CallOutcomes;
  readonly safety: SafetyFigures;
  readonly departments: Omit<FigureBreakdown, 'next'>;
  readonly forecast: Forecast;
}
