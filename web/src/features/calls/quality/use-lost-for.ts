import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';

const measureEveryMs = 1000;

/** Milliseconds since the loss, updated every second; 0 while nothing is lost. */
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
      if (now) timer = setInterval(() => (lostForMs.value = performance.now() - since), measureEveryMs);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearInterval(timer));

  return lostForMs;
}
