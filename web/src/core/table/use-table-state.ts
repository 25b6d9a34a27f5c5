import { computed, shallowRef, watch, type Ref } from 'vue';
import { watchDebounced } from '@vueuse/core';
import { useAddressPart } from './use-address-part.ts';

const orders = ['asc', 'desc'] as const;
type Order = (typeof orders)[number];

/** Each filter with what it may be: one of these values, or any that the function accepts. */
export type TableFilters<Filter extends string> = Readonly<
  Record<Filter, readonly string[] | ((value: string) => boolean)>
>;

/** What a query of a list gives: a page that the server answered, or why there is none. */
interface Answered<Row> {
  data: Ref<{ items: Row[]; next: string | null } | undefined>;
  error: Ref<unknown>;
  isLoading: Ref<boolean>;
  refetch: () => unknown;
}

/**
 * What a list that the server searches, sorts and pages is asked for, kept in the page’s address: a reload, a bookmark and the
 * browser’s way back show the same. A new page is a step forward; anything else begins again at the first page.
 */
export function useTableState<Sort extends string, Filter extends string = never>(options: {
  /** By the first it is sorted where the address says nothing. */
  sorts: readonly Sort[];
  /** How it is ordered then; a list that grows shows the newest first. */
  order?: Order;
  filters?: TableFilters<Filter>;
  /** Begins this list’s names in the address, where a page has more lists than one. */
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

  /** The same column again turns the order round. */
  const sortBy = (next: string) =>
    change({ sort: next, order: next === sort.value && order.value === 'asc' ? 'desc' : 'asc' });
  const toPage = (next: string | undefined) => change({ cursor: next });

  return {
    /** For the search field; asked for once the typing rests. */
    typed,
    q,
    sort,
    order,
    cursor,
    filters,
    isNarrowed: computed(() => q.value !== '' || Object.keys(filters.value).length > 0),
    /** What the server is asked for, but for the filters, whose types are the route’s. */
    asked: computed(() => ({ q: q.value, sort: sort.value, order: order.value, cursor: cursor.value })),
    /** For `v-bind` on a `DataTable`: the page that was answered, and where its buttons lead. */
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
    /** Several filters at once. */
    narrow: (next: Partial<Record<Filter, string | undefined>>) => change(next),
    toPage,
    /** Everything there is, sorted as it is. */
    clear: () => change(nothingSought()),
    /** As the list begins, so that what was just added is seen where it belongs. */
    reset: () => change({ ...nothingSought(), sort: undefined, order: undefined }),
  };
}

/** The filters that the address names with a value that they may have. */
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

/** The text of the search field, which follows the address and is sought once the typing rests. */
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
