import { computed } from 'vue';
import { useThrottleFn } from '@vueuse/core';
import type { FigureCell } from '@yunzhen/shared/metrics/figures.contract';
import { figures, type FigureId } from '@yunzhen/shared/metrics/figures';
import { useQueryRefresh, useRecordChanges } from '../../core/realtime/index.ts';
import { askedAt } from './reckoning/questions.ts';
import { rangeBeside } from './reckoning/ranges.ts';
import { useEarlierFigures, useFigures } from './queries.ts';
import { levelOf, type Scope } from './scope.ts';
import type { RangeState } from './use-range.ts';
import { useShownPeriods } from './use-shown-periods.ts';

/** Each read is counted and audited, so constantly changing data is refetched at most this often. In milliseconds. */
const shortestPause = 15_000;

/** One figure by period, in total, and in the previous period. */
export interface Run {
  readonly total: FigureCell;
  readonly before: FigureCell;
  readonly values: readonly FigureCell[];
}

/** All trends of the hospital or a part of it; refetched after events were counted. */
export function useFigureSeries(scope: () => Scope, state: RangeState) {
  const refresh = useQueryRefresh();
  const renew = useThrottleFn(() => void refresh(['figure-pages']), shortestPause, true, true);
  useRecordChanges({ entity: 'figures' }, () => void renew());

  const queryOf = (range: { from: string; to: string }) => ({
    ...scope(),
    figures: askedAt(levelOf(scope())).join(','),
    ...range,
    grain: state.grain.value,
  });
  const series = useFigures(() => queryOf(state.range.value));
  const data = computed(() => series.data.value);
  const beside = computed(() => {
    if (!data.value) return undefined;
    const { from, to, beforeFrom, beforeTo, grain } = data.value;
    return rangeBeside({ from, to }, grain, { from: beforeFrom, to: beforeTo });
  });
  const earlier = useEarlierFigures(
    () => queryOf(beside.value?.range ?? { from: '', to: '' }),
    () => state.compare.value && data.value !== undefined && !series.isPlaceholderData.value,
  );

  const { shown, periods } = useShownPeriods(data, () => (state.compare.value ? earlier.data.value : undefined), state);
  const runs = computed(
    () =>
      new Map<FigureId, Run>(
        data.value?.series.map(({ figure, total, before, values }) => [
          figure,
          { total, before, values: shown(values) },
        ]),
      ),
  );
  const runsBefore = computed(
    () =>
      new Map<FigureId, readonly FigureCell[]>(
        state.compare.value ? earlier.data.value?.series.map(({ figure, values }) => [figure, shown(values)]) : [],
      ),
  );

  return {
    series,
    data,
    runs,
    runsBefore,
    /** There are no events in these days or in the comparison range. */
    nothing: computed(() =>
      [...runs.value.values()].every(({ total, before }) => !total.of && !before.of && !total.folded && !before.folded),
    ),
    /** Counts of the previous period are unknown, because the hospital’s figures begin within it. */
    beganLater: computed(() =>
      [...runs.value].some(
        ([figure, { before }]) => figures[figure].unit === 'count' && before.value === null && !before.folded,
      ),
    ),
    /** Number of weeks between the days and their comparison range; null when it is the previous period. */
    weeksBefore: computed(() => beside.value?.weeks ?? null),
    periods,
  };
}

export type SeriesState = ReturnType<typeof useFigureSeries>;
