import { computed } from 'vue';
import type { FigureCell, FigureSeries } from '@yunzhen/shared/metrics/figures.contract';
import { hasBegun } from './reckoning/ranges.ts';
import type { RangeState } from './use-range.ts';

/** Periods shown in a trend: those that have begun; for a single day, the hours from the first event on. */
export function useShownPeriods(
  data: Readonly<{ value: FigureSeries | undefined }>,
  beside: () => Pick<FigureSeries, 'series'> | undefined,
  { today }: Pick<RangeState, 'today'>,
) {
  /** Number of periods that have begun. */
  const begun = computed(() => {
    const { periods = [], grain = 'day' } = data.value ?? {};
    const now = Date.now();
    return periods.filter((label) => hasBegun(label, grain, today.value, now)).length;
  });
  const first = computed(() => {
    if (data.value?.grain !== 'hour' || data.value.periods.length > 25) return 0;
    const series = [...data.value.series, ...(beside()?.series ?? [])];
    const places = series
      .map(({ values }) => values.findIndex(({ of, folded }) => folded || of))
      .filter((at) => at >= 0);
    return Math.min(begun.value, ...(places.length > 0 ? places : [0]));
  });
  return {
    shown: (values: readonly FigureCell[]) => values.slice(first.value, begun.value),
    periods: computed(() => data.value?.periods.slice(first.value, begun.value) ?? []),
  };
}
