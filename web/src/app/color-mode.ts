import { watchEffect } from 'vue';
import { createSharedComposable, useColorMode } from '@vueuse/core';

export type ColorMode = 'light' | 'dark' | 'auto';

/** Light, dark, or as the device is set. public/color-scheme.js does the same before the first paint. */
export const useAppearance = createSharedComposable(() => {
  const mode = useColorMode({ storageKey: 'yunzhen.color-mode', disableTransition: true });
  watchEffect(() => {
    const color = mode.state.value === 'dark' ? '#141210' : '#faf9f7';
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', color);
  });
  return mode;
});
