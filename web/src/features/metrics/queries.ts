import { computed } from 'vue';
import { useQuery } from '@pinia/colada';
import { listDepartments, listDoctors } from '@yunzhen/shared/directory/directory.contract';
import {
  readBreakdown,
  readFigures,
  type FigureBreakdown,
  type FigureSeries,
} from '@yunzhen/shared/metrics/figures.contract';
import { figures, type FigureId } from '@yunzhen/shared/metrics/figures';
import {
  listOwnDepartments,
  readDepartmentBoard,
  readLiveBoard,
  type DepartmentBoard,
  type LiveBoard,
} from '@yunzhen/shared/metrics/metrics.contract';
import {
  readCallOutcomes,
  readForecast,
  readFunnel,
  readHeatMap,
  readSafetyFigures,
  type CallOutcomes,
  type Funnel,
  type HeatMap,
  type SafetyFigures,
} from '@yunzhen/shared/metrics/views.contract';
import { listFigureNotes } from '@yunzhen/shared/metrics/notes.contract';
import { readAlertRates } from '@yunzhen/shared/prescribing/alert-rates.contract';
import type { QueryInputOf } from '@yunzhen/shared/core/route';
import { api } from '../../core/api/index.ts';
import { useTable } from '../../core/table/index.ts';
import { breakdownColumns } from './reckoning/questions.ts';
import type { Scope } from './scope.ts';
import type { RangeState } from './use-range.ts';

// Not under the entity keys of the record socket: each read is counted and audited, and some would be refetched at every change.

export interface BoardMoment<Board = LiveBoard> {
  board: Board;
  /** By this device’s clock, to continue a running wait and to show the age of the data. */
  receivedAt: number;
}

export const useBoard = () =>
  useQuery({
    key: ['figure-pages', 'board'],
    query: async ({ signal }): Promise<BoardMoment> => ({
      board: await api.call(readLiveBoard, { signal }),
      receivedAt: Date.now(),
    }),
  });

/** What happens in one department now. */
export const useDepartmentBoard = (departmentId: string) =>
  useQuery({
    key: ['figure-pages', 'department-board', departmentId],
    query: async ({ signal }): Promise<BoardMoment<DepartmentBoard>> => ({
      board: await api.call(readDepartmentBoard, { params: { departmentId }, signal }),
      receivedAt: Date.now(),
    }),
  });

/** The departments whose figures this person may see. */
export const useOwnDepartments = () =>
  useQuery({
    key: ['figure-pages', 'own-departments'],
    query: ({ signal }) => api.call(listOwnDepartments, { signal }),
  });

type FiguresQuery = QueryInputOf<typeof readFigures>;

export const useFigures = (query: () => FiguresQuery) =>
  useQuery({
    key: () => ['figure-pages', 'series', JSON.stringify(query())],
    query: ({ signal }) => api.call(readFigures, { query: query(), signal }),
    placeholderData: (before: FigureSeries | undefined) => before,
  });

/** The same figures of the days used for comparison. */
export const useEarlierFigures = (query: () => FiguresQuery, enabled: () => boolean) =>
  useQuery({
    key: () => ['figure-pages', 'earlier', JSON.stringify(query())],
    enabled,
    query: ({ signal }) => api.call(readFigures, { query: query(), signal }),
  });

/** Figures of all departments, to find what gets worse. */
export const useDepartmentFigures = (asked: readonly FigureId[], state: RangeState, enabled: boolean) =>
  useQuery({
    key: () => ['figure-pages', 'worsening', JSON.stringify(state.range.value)],
    enabled,
    query: ({ signal }) =>
      api.call(readBreakdown, {
        query: { ...state.range.value, figures: asked.join(','), by: 'department', limit: 100 },
        signal,
      }),
    placeholderData: (before: FigureBreakdown | undefined) => before,
  });

/** Doctors are not ranked by what they prescribe: the server rejects it too. */
export const isSortable = (figure: FigureId | 'name', by: 'department' | 'practitioner') =>
  figure === 'name' || by === 'department' || figures[figure].area !== 'prescriptions';

/** The hospital’s departments, or a department’s doctors, as a table. `asks`: its query without the page, for the export. */
export function useBreakdown({ state, departmentId }: Shown) {
  const by = departmentId ? 'practitioner' : 'department';
  const queryOf = (asked: { q: string; sort: FigureId | 'name'; order: 'asc' | 'desc' }, title = '') => ({
    figures: breakdownColumns.join(','),
    ...daysOf({ state, departmentId }),
    by: by as 'department' | 'practitioner',
    search: asked.q,
    title,
    sort: isSortable(asked.sort, by) ? asked.sort : ('name' as const),
    order: asked.order === 'asc' ? ('up' as const) : ('down' as const),
  });
  const list = useTable(readBreakdown, {
    key: ['figure-pages', 'breakdown'],
    sorts: ['name', ...breakdownColumns],
    filters: { title: (value: string) => by === 'practitioner' && value.length <= 80 },
    toQuery: (asked, { title }) => ({ ...queryOf(asked, title), limit: 20, cursor: asked.cursor }),
  });
  return { ...list, asks: computed(() => queryOf(list.asked.value, list.filters.value.title)) };
}

interface Shown {
  state: RangeState;
  departmentId?: string | undefined;
}
const daysOf = ({ state, departmentId }: Shown) => ({
  ...state.range.value,
  ...(departmentId ? { departmentId } : {}),
});

export const useFunnel = (shown: Shown) =>
  useQuery({
    key: () => ['figure-pages', 'funnel', JSON.stringify(daysOf(shown))],
    query: ({ signal }) => api.call(readFunnel, { query: daysOf(shown), signal }),
    placeholderData: (before: Funnel | undefined) => before,
  });

export const useSafetyFigures = (shown: Shown) =>
  useQuery({
    key: () => ['figure-pages', 'safety', JSON.stringify(daysOf(shown))],
    query: ({ signal }) => api.call(readSafetyFigures, { query: daysOf(shown), signal }),
    placeholderData: (before: SafetyFigures | undefined) => before,
  });

export const useHeatMap = (shown: Shown) =>
  useQuery({
    key: () => ['figure-pages', 'heat-map', JSON.stringify(daysOf(shown))],
    query: ({ signal }) => api.call(readHeatMap, { query: daysOf(shown), signal }),
    placeholderData: (before: HeatMap | undefined) => before,
  });

export const useCallOutcomes = (shown: Shown) =>
  useQuery({
    key: () => ['figure-pages', 'call-outcomes', JSON.stringify(daysOf(shown))],
    query: ({ signal }) => api.call(readCallOutcomes, { query: daysOf(shown), signal }),
    placeholderData: (before: CallOutcomes | undefined) => before,
  });

export const useForecast = (shown: { departmentId?: string | undefined }) =>
  useQuery({
    key: () => ['figure-pages', 'forecast', shown.departmentId ?? ''],
    query: ({ signal }) =>
      api.call(readForecast, { query: shown.departmentId ? { departmentId: shown.departmentId } : {}, signal }),
  });

/** Notes on the days of the range. */
export const useFigureNotes = (query: () => QueryInputOf<typeof listFigureNotes>) =>
  useQuery({
    key: () => ['figure-pages', 'notes', JSON.stringify(query())],
    query: ({ signal }) => api.call(listFigureNotes, { query: query(), signal }),
  });

export const useAlertRates = (query: () => QueryInputOf<typeof readAlertRates>) =>
  useQuery({
    key: () => ['figures', 'alerts', JSON.stringify(query())],
    query: ({ signal }) => api.call(readAlertRates, { query: query(), signal }),
    placeholderData: (previous) => previous,
  });

/** The departments, where the page is about one. */
export const useScopeDepartments = (scope: Scope) =>
  useQuery({
    key: ['figure-pages', 'departments'],
    enabled: () => scope.departmentId !== undefined,
    query: ({ signal }) => api.call(listDepartments, { signal }),
  });

/** The doctors, where the page is about one. */
export const useScopeDoctors = (scope: Scope) =>
  useQuery({
    key: ['figure-pages', 'doctors', scope.departmentId ?? ''],
    enabled: () => scope.practitionerId !== undefined,
    query: ({ signal }) =>
      api.call(listDoctors, { query: scope.departmentId ? { departmentId: scope.departmentId } : {}, signal }),
  });
