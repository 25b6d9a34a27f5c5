import { computed, shallowRef, watch, type Ref } from 'vue';
import { watchDebounced } from '@vueuse/core';
import { useAddressPart } from './use-address-part.ts';

const orders = ['asc', 'desc'] as const;
type Order = (typeof orders)[number];

/** Each filter with its allowed values: one of the list, or any that the function accepts. */
export type TableFilters<Filter extends string> = Readonly<
  Record<Filter, readonly string[] | ((value: string) => boolean)>
>;

/** Result of a list query: a page from the server, or the error. */
interface Answered<Row> {
  data: Ref<{ items: Row[]; next: string | null } | undefined>;
  error: Ref<unknown>;
  isLoading: Ref<boolean>;
  refetch: () => unknown;
}

/**
 * State of a list that the server searches, sorts and pages, stored in the page’s address, so that reload, bookmark and back button show the same. A
 * new page adds a history entry; any other change returns to the first page.
 */
export function useTableState<Sort extends string, Filter extends string = never>(options: {
  /** The first one is the default. */
  sorts: readonly Sort[];
  /** Default order; a growing list shows the newest first. */
  order?: Order;
  filters?: TableFilters<Filter>;
  /** Prefix of this list’s parameters in the address, where a page has several lists. */
  prefix?: string;
}) {
  const { text, change } = useAddressPart(options.prefix ?? '');
  const [firstSort] = options.sorts as readonly [Sort, ...Sort[]];
  const q = computed(() => text('q'));
  const sort = computed(() => options.sorts.find((each) => each === text('sort')) ?? firstSort);
  const order = computed((): Order => orders.find((each) => each === text('order')) ?? options.order ?? 'asc');
  const cursor = computed(() => text('cursor') || undefined);
  const filters = computed(() => allowedFilters<Filter>(options.filters, text));
  const typed = useTyped(q, (now) => void change({ q: now }));

  function nothingSought(): Record<string, undefined> {
    typed.value = '';
    return Object.fromEntries(['q', ...Object.keys(options.filters ?? {})].map((name) => [name, undefined]));
  }

  /** Sorting by the same column again reverses the order. */
  const sortBy = (next: string) =>
    change({ sort: next, order: next === sort.value && order.value === 'asc' ? 'desc' : 'asc' });
  const toPage = (next: string | undefined) => change({ cursor: next });

  return {
    /** For the search field; debounced. */
    typed,
    q,
    sort,
    order,
    cursor,
    filters,
    isNarrowed: computed(() => q.value !== '' || Object.keys(filters.value).length > 0),
    /** The query for the server, without the filters, whose types depend on the route. */
    asked: computed(() => ({ q: q.value, sort: sort.value, order: order.value, cursor: cursor.value })),
    /** For `v-bind` on a `DataTable`: the current page and its navigation. */
    shows: <Row>(answered: Answered<Row>) => ({
      ...shown(answered),
      sort: sort.value,
      order: order.value,
      hasBefore: Boolean(cursor.value),
      onSort: (next: string) => void sortBy(next),
      onNext: () => void toPage(answered.data.value?.next ?? undefined),
      onFirst: () => void toPage(undefined),
    }),
    sortBy,
    /** For `v-bind` on a `ListOrder`. */
    ordered: computed(() => ({
      sort: sort.value,
      order: order.value,
      onSort: (next: string) => void change({ sort: next, order: order.value }),
      onOrder: (next: Order) => void change({ sort: sort.value, order: next }),
    })),
    filterBy: (name: Filter, value: string | undefined) => change({ [name]: value }),
    /** Sets several filters at once. */
    narrow: (next: Partial<Record<Filter, string | undefined>>) => change(next),
    toPage,
    /** Clears search and filters, and keeps the order. */
    clear: () => change(nothingSought()),
    /** Resets search, filters and order, so that a newly added row is visible in its place. */
    reset: () => change({ ...nothingSought(), sort: undefined, order: undefined }),
  };
}

/** Returns the filters in the address that have an allowed value. */
function allowedFilters<Filter extends string>(
  filters: TableFilters<Filter> | undefined,
  text: (name: string) => string,
): Partial<Record<Filter, string>> {
  const chosen: Partial<Record<Filter, string>> = {};
  for (const [name, allowed] of Object.entries<TableFilters<Filter>[Filter]>(filters ?? {})) {
    const value = text(name);
    if (value && (typeof allowed === 'function' ? allowed(value) : allowed.includes(value)))
      chosen[name as Filter] = value;
  }
  return chosen;
}

/** Returns the text of the search field. It follows the address and is searched after a debounce. */
function useTyped(q: Readonly<Ref<string>>, seek: (now: string) => void) {
  const typed = shallowRef(q.value);
  watch(q, (now) => {
    if (now !== typed.value.trim()) typed.value = now;
  });
  watchDebounced(typed, (now) => now.trim() !== q.value && seek(now.trim()), { debounce: 300 });
  return typed;
}

function shown<Row>({ data, error, isLoading, refetch }: Answered<Row>) {
  return {
    rows: data.value?.items,
    error: error.value,
    busy: isLoading.value,
    hasNext: Boolean(data.value?.next),
    onRetry: () => void refetch(),
  };
}
