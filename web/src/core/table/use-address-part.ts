import { onScopeDispose } from 'vue';
import { useRoute, useRouter } from 'vue-router';

/** What the address says under names that begin with `prefix`, and how to change it. A new page is a step forward; anything else begins at the first page. */
export function useAddressPart(prefix: string) {
  const route = useRoute();
  const router = useRouter();
  // What was typed just before a person left is written neither into the address of the page that they went to, nor while that page is
  // still fetched: it would lead them back.
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
