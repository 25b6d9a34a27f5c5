import { computed } from 'vue';
import { useInfiniteQuery, type EntryKey } from '@pinia/colada';
import type { AnyRoute, ParamsOf, QueryInputOf } from '@yunzhen/shared/core/route';
import { api } from '../api/index.ts';
import type { PageOf, RowOf } from './use-table.ts';

interface PagesOptions<R extends AnyRoute> {
  /** Its first part is the entity of the record socket. */
  key: EntryKey | (() => EntryKey);
  params?: () => ParamsOf<R>;
  /** Sent together with the cursor. */
  query?: () => Partial<QueryInputOf<R>>;
  enabled?: () => boolean;
}

/** Returns a list that grows page by page, for `MoreButton`. `items` are the rows of all loaded pages. */
export function usePages<R extends AnyRoute>(route: R, options: PagesOptions<R>) {
  // Any route is accepted here; its types are checked where the list is declared.
  const call = api.call as (route: AnyRoute, input: unknown) => Promise<PageOf<R>>;
  const pages = useInfiniteQuery<PageOf<R>, unknown, string>({
    key: options.key,
    enabled: options.enabled ?? true,
    initialPageParam: '',
    query: ({ pageParam, signal }) =>
      call(route, {
        params: options.params?.(),
        query: { ...options.query?.(), cursor: pageParam || undefined },
        signal,
      }),
    getNextPageParam: ({ next }) => next,
  });
  const items = computed<RowOf<R>[]>(() => pages.data.value?.pages.flatMap((page) => page.items) ?? []);
  /** Loads what is stale or missing, to the last page. Throws when a page cannot be loaded. */
  async function loadAll(): Promise<void> {
    await pages.refresh(true);
    while (pages.hasNextPage.value) await pages.loadNextPage({ throwOnError: true });
  }
  return { ...pages, items, loadAll };
}
