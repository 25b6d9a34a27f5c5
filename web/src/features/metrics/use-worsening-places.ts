import { computed } from 'vue';
import { hasLevel } from '@yunzhen/shared/metrics/figures';
import { useText } from '../../core/i18n/index.ts';
import { watched } from '@yunzhen/shared/metrics/worsening';
import { worseningPlaces } from './reckoning/worsening-places.ts';
import { useDepartmentFigures } from './queries.ts';
import { levelOf, type Scope } from './scope.ts';
import type { SeriesState } from './use-figure-series.ts';
import type { RangeState } from './use-range.ts';

/** Places in which worsenings are searched: the page’s own under its name, and the departments of a hospital. */
export function useWorseningPlaces(scope: Scope, ownName: () => string, state: RangeState, series: SeriesState) {
  const { localized } = useText();
  const level = levelOf(scope);
  const asked = watched.filter((figure) => hasLevel(figure, 'department'));
  const departments = useDepartmentFigures(asked, state, level === 'hospital');
  return {
    places: computed(() =>
      worseningPlaces(
        { name: ownName(), runs: series.runs.value },
        // Data that the hospital’s page has cached is also available on a department’s page.
        level === 'hospital' ? (departments.data.value?.items ?? []) : [],
        asked,
        localized,
      ),
    ),
    pending: computed(
      () => !series.data.value || (level === 'hospital' && !departments.data.value && !departments.error.value),
    ),
  };
}
