import { computed } from 'vue';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { hasLevel, type FigureId } from '@yunzhen/shared/metrics/figures';
import { watched, type Place } from './reckoning/worsening.ts';
import { useDepartmentFigures } from './queries.ts';
import { levelOf, type Scope } from './scope.ts';
import type { SeriesState } from './use-figure-series.ts';
import type { RangeState } from './use-range.ts';

interface Where {
  departmentId?: string;
  name?: LocalizedText;
}

/** Places in which worsenings are searched: the page’s own, and the departments of a hospital. */
export function useWorseningPlaces(scope: Scope, state: RangeState, series: SeriesState) {
  const level = levelOf(scope);
  const asked = watched.filter((figure) => hasLevel(figure, 'department'));
  const departments = useDepartmentFigures(asked, state, level === 'hospital');
  const places = computed((): Place<Where>[] => {
    const own = [...series.runs.value].map(([figure, { total, before }]) => [figure, { now: total, before }] as const);
    // Data that the hospital’s page has cached is also available on a department’s page.
    const items = level === 'hospital' ? (departments.data.value?.items ?? []) : [];
    const parts = items.map(({ id, name, cells, before }) => ({
      where: { departmentId: id, name },
      cells: new Map(
        asked.flatMap(
          (figure, place): [FigureId, { now: (typeof cells)[number]; before: (typeof cells)[number] }][] => {
            const [now, earlier] = [cells[place], before[place]];
            return now && earlier ? [[figure, { now, before: earlier }]] : [];
          },
        ),
      ),
    }));
    return [{ where: {}, cells: new Map(own) }, ...parts];
  });
  return {
    places,
    pending: computed(
      () => !series.data.value || (level === 'hospital' && !departments.data.value && !departments.error.value),
    ),
  };
}
