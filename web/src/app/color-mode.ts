import { computed, watch } from 'vue';
import { createSharedComposable, useMediaQuery, useStorage } from '@vueuse/core';
import { colorModeKey, showDark, type ColorMode } from './page-colors.ts';

export type { ColorMode };

/** Returns a constructed style sheet, because the content security policy allows no style element. */
function withoutTransitions(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*,*::before,*::after{transition:none!important}');
  return sheet;
}

/** The theme: light, dark, or that of the device. boot/boot.ts sets it before the first paint. */
export const useAppearance = createSharedComposable(() => {
  const store = useStorage<ColorMode>(colorModeKey, 'auto', undefined, { writeDefaults: false });
  const deviceIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const state = computed(() => (store.value === 'auto' ? (deviceIsDark.value ? 'dark' : 'light') : store.value));
  watch(
    state,
    (now) => {
      // Colour transitions would make a change of theme flicker.
      const sheets = document.adoptedStyleSheets;
      document.adoptedStyleSheets = [...sheets, withoutTransitions()];
      showDark(now === 'dark');
      // Reading a style forces the browser to apply it without transitions.
      void getComputedStyle(document.documentElement).opacity;
      document.adoptedStyleSheets = sheets;
    },
    { immediate: true, flush: 'post' },
  );
  return { store, state };
});
