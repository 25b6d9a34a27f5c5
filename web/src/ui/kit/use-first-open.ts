import { shallowRef, watch, type Ref } from 'vue';
import { useNotices } from '../page/use-notices.ts';

/** For a dialog whose code loads when it first opens: whether it was opened, and what to do when loading fails: it closes and a notice says why. */
export function useFirstOpen(open: Ref<boolean>) {
  const notices = useNotices();
  const opened = shallowRef(open.value);
  watch(open, (now) => now && (opened.value = true));
  const onError = (error: Error, _retry: () => void, fail: () => void) => {
    fail();
    opened.value = false;
    open.value = false;
    notices.problem(error);
  };
  return { opened, onError };
}
