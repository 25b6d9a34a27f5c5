import { readonly, shallowRef } from 'vue';
import { createSharedComposable, useIntervalFn } from '@vueuse/core';

/** The time in milliseconds, updated once a second by one clock for the whole page. */
export const useSeconds = createSharedComposable(() => {
  const now = shallowRef(Date.now());
  useIntervalFn(() => (now.value = Date.now()), 1_000);
  return readonly(now);
});
