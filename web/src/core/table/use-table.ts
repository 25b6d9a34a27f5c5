import { computed } from 'vue';
import { useQuery, type EntryKey } from '@pinia/colada';
import type { AnyRoute, ParamsOf, QueryInputOf, ResponseOf } from '@yunzhen/shared/core/route';
import { api } from '../api/index.ts';
import { useTableState, type TableFilters } from './use-table-state.ts';

/** The row type of a route that returns one page of a list. */
export type RowOf<R extends AnyRoute> =
  ResponseOf<R> extends { items: readonly (infer Row)[]; next: string | null } ? Row : never;

export type PageOf<R extends AnyRoute> = ResponseOf<R> & { items: RowOf<R>[]; next: string | null };

interface Asked<Sort extends string> {
  q: string;
  sort: Sort;
  order: 'asc' | 'desc';
  cursor: string | undefined;
}

interface TableOptions<R extends AnyRoute, Sort extends string, Filter extends string> {
  /** Prefix of the query’s key; its first part is the entity of the record socket. */
  key: EntryKey | (() => EntryKey);
  /** The first one is the default order. Omit for a list with one order. */
  sorts: readonly Sort[];
  order?: 'asc' | 'desc';
  filters?: TableFilters<Filter>;
  /** Prefix of this table’s parameters in the address, where a page has several. */
  prefix?: string;
  params?: () => ParamsOf<R>;
  /** Sent together with search, sort, page and filters. */
  query?: Partial<QueryInputOf<R>> | (() => Partial<QueryInputOf<R>>);
  /** Builds the whole query, where the route’s names differ from the address. */
  toQuery?: (asked: Asked<Sort>, filters: Partial<Record<Filter, string>>) => QueryInputOf<R>;
  enabled?: () => boolean;
  /** How long an answer is fresh, in milliseconds; 0 for lists whose every read must be audited. */
  staleTime?: number;
}

/**
 * Returns a list that the server searches, sorts and pages, stored in the page’s address. `table` is for `v-bind` on a `DataTable`; the rest controls
 * search field, filters and order.
 */
export function useTable<R extends AnyRoute, Sort extends string = string, Filter extends string = never>(
  route: R,
  options: TableOptions<R, Sort, Filter>,
) {
  const state = useTableState<Sort, Filter>(options);
  /** A list with one order sends none. */
  const asked = computed(() =>
    options.sorts.length > 0 ? state.asked.value : { q: state.q.value, cursor: state.cursor.value },
  );
  const query = computed(
    () =>
      options.toQuery?.(state.asked.value, state.filters.value) ?? {
        ...(typeof options.query === 'function' ? options.query() : options.query),
        ...state.filters.value,
        ...asked.value,
      },
  );
  const key = () => (typeof options.key === 'function' ? options.key() : options.key);
  // Any route is accepted here; its types are checked where the table is declared, by `filters`, `params` and `query`.
  const call = api.call as (route: AnyRoute, input: unknown) => Promise<PageOf<R>>;
  const page = useQuery<PageOf<R>, unknown>({
    key: () => [...key(), options.params?.() ?? null, query.value] as EntryKey,
    query: ({ signal }) => call(route, { params: options.params?.(), query: query.value, signal }),
    placeholderData: (before) => before,
    enabled: options.enabled ?? true,
    ...(options.staleTime === undefined ? {} : { staleTime: options.staleTime }),
  });
  return {
    ...state,
    page,
    rows: computed(() => page.data.value?.items),
    table: computed(() => state.shows<RowOf<R>>(page)),
  };
}
