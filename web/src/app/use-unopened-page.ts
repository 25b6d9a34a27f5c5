import { shallowRef } from 'vue';
import { useRouter } from 'vue-router';
import { useNotices } from '../ui/index.ts';
import { isReloading } from './boot/reload-once.ts';
import { whyUnopened } from './stale-build.ts';

/** Returns the error that kept the first page from opening. When a later page does not open, the present one stays, with a notice. */
export function useUnopenedPage() {
  const router = useRouter();
  const notices = useNotices();
  const unopened = shallowRef<unknown>();
  router.onError((error, _to, from) => {
    if (isReloading()) return;
    if (from.matched.length === 0) unopened.value = whyUnopened(error);
    else notices.problem(whyUnopened(error));
  });
  router.afterEach((_to, _from, failure) => {
    if (!failure) unopened.value = undefined;
  });
  return unopened;
}
