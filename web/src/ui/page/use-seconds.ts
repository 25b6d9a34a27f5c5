import { computed } from 'vue';
import { createSharedComposable, useIntervalFn, useNow } from '@vueuse/core';

/** The time in milliseconds, updated once a second by one clock for the whole page. */
export const useSeconds = createSharedComposable(() => {
  const now = useNow({ scheduler: (tick) => useIntervalFn(tick, 1_000) });
  return computed(() => now.value.getTime());
});
