import { defineAsyncComponent } from 'vue';
import { needTexts } from '../../../core/i18n/index.ts';

/** Comes by itself, with its texts, after the page that offers it: no first page waits for it. */
export const KeepAtHand = defineAsyncComponent(async () => {
  const [part] = await Promise.all([import('./keep-at-hand.vue'), needTexts(['devices'])]);
  return part;
});
