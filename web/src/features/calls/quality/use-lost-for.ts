import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';

const lookEveryMs = 1000;

/** For how long something has been lost, in milliseconds, told every second; 0 while it is there. */
export function useLostFor(lost: Ref<boolean>) {
  const lostForMs = shallowRef(0);
  let since = performance.now();
  let timer: ReturnType<typeof setInterval> | undefined;

  watch(
    lost,
    (now) => {
      clearInterval(timer);
      lostForMs.value = 0;
      since = performance.now();
      if (now) timer = setInterval(() => (lostForMs.value = performance.now() - since), lookEveryMs);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearInterval(timer));

  return lostForMs;
}
