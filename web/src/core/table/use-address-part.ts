import { onScopeDispose } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/**
 * Returns the query parameters of the address whose names start with `prefix`, and how to change them. A new page adds a history entry; any other
 * change returns to the first page.
 */
export function useAddressPart(prefix: string) {
  const route = useRoute();
  const router = useRouter();
  // Text typed just before leaving is written neither into the address of the next page nor while that page is still loading: it would navigate back.
  let gone = false;
  const { path } = route;
  const endings = [
    router.beforeEach((to) => void (gone = to.path !== path)),
    router.afterEach((_to, _from, failure) => void (failure && (gone = false))),
    router.onError(() => (gone = false)),
  ];
  onScopeDispose(() => {
    for (const end of endings) end();
    gone = true;
  });
  function text(name: string): string {
    const value = route.query[prefix + name];
    return typeof value === 'string' ? value : '';
  }
  function change(next: Record<string, string | undefined>) {
    if (gone) return Promise.resolve();
    const own = Object.entries({ cursor: undefined, ...next }).map(([name, value]) => [prefix + name, value] as const);
    const query = { ...route.query, ...Object.fromEntries(own) };
    const kept = Object.fromEntries(Object.entries(query).filter(([, value]) => value));
    return next['cursor'] ? router.push({ query: kept }) : router.replace({ query: kept });
  }
  return { text, change };
}
