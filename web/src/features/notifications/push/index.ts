import { defineAsyncComponent } from 'vue';
import { needTexts } from '../../../core/i18n/index.ts';

/** Loads with its texts after the page that offers it, so it delays no first page. */
export const KeepAtHand = defineAsyncComponent(async () => {
  const [part] = await Promise.all([import('./keep-at-hand.vue'), needTexts(['devices'])]);
  return part;
});
