import { computed, watch } from 'vue';
import { createSharedComposable, useMediaQuery, useStorage } from '@vueuse/core';
import { colorModeKey, showDark, type ColorMode } from './page-colors.ts';

export type { ColorMode };

/** A sheet, because the content security policy allows no style element. */
function withoutTransitions(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*,*::before,*::after{transition:none!important}');
  return sheet;
}

/** Light, dark, or as the device is set. boot/boot.ts does the same before the first paint. */
export const useAppearance = createSharedComposable(() => {
  const store = useStorage<ColorMode>(colorModeKey, 'auto', undefined, { writeDefaults: false });
  const deviceIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const state = computed(() => (store.value === 'auto' ? (deviceIsDark.value ? 'dark' : 'light') : store.value));
  watch(
    state,
    (now) => {
      // Colours that fade into each other would make a change of mode flicker.
      const sheets = document.adoptedStyleSheets;
      document.adoptedStyleSheets = [...sheets, withoutTransitions()];
      showDark(now === 'dark');
      // Asking for a style makes the browser work it out without the transitions.
      void getComputedStyle(document.documentElement).opacity;
      document.adoptedStyleSheets = sheets;
    },
    { immediate: true, flush: 'post' },
  );
  return { store, state };
});
