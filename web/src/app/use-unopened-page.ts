import { shallowRef } from 'vue';
import { useRouter } from 'vue-router';
import { useNotices } from '../ui/index.ts';
import { reloadForPage } from './reload-for-page.ts';

/**
 * Returns the error that kept the first page from opening. When a later page does not open, the present one stays, with a notice. A page that misses one
 * of its files is reloaded once before.
 */
export function useUnopenedPage() {
  const router = useRouter();
  const notices = useNotices();
  const unopened = shallowRef<unknown>();
  router.onError((error, _to, from) => {
    if (reloadForPage(error)) return;
    if (from.matched.length === 0) unopened.value = error;
    else notices.problem(error);
  });
  router.afterEach((_to, _from, failure) => {
    if (!failure) unopened.value = undefined;
  });
  return unopened;
}
