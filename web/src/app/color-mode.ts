import { computed, watch } from 'vue';
import { createSharedComposable, useMediaQuery, useStorage } from '@vueuse/core';

export type ColorMode = 'light' | 'dark' | 'auto';

/** A sheet, because the content security policy allows no style element. */
function withoutTransitions(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync('*,*::before,*::after{transition:none!important}');
  return sheet;
}

/** Light, dark, or as the device is set. public/boot.js does the same before the first paint. */
export const useAppearance = createSharedComposable(() => {
  const store = useStorage<ColorMode>('yunzhen.color-mode', 'auto', undefined, { writeDefaults: false });
  const deviceIsDark = useMediaQuery('(prefers-color-scheme: dark)');
  const state = computed(() => (store.value === 'auto' ? (deviceIsDark.value ? 'dark' : 'light') : store.value));
  watch(
    state,
    (now) => {
      const { classList } = document.documentElement;
      // Colours that fade into each other would make a change of mode flicker.
      const sheets = document.adoptedStyleSheets;
      document.adoptedStyleSheets = [...sheets, withoutTransitions()];
      classList.toggle('dark', now === 'dark');
      classList.toggle('light', now === 'light');
      document
        .querySelector('meta[name="theme-color"]')
        ?.setAttribute('content', now === 'dark' ? '#141210' : '#faf9f7');
      // Asking for a style makes the browser work it out without the transitions.
      void getComputedStyle(document.documentElement).opacity;
      document.adoptedStyleSheets = sheets;
    },
    { immediate: true, flush: 'post' },
  );
  return { store, state };
});
