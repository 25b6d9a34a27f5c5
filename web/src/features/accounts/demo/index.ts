import { defineAsyncComponent } from 'vue';
import { needTexts } from '../../../core/i18n/index.ts';

/** Loads with its texts in windows of a demo only. */
export const DemoTour = defineAsyncComponent(async () => {
  const [part] = await Promise.all([import('./demo-tour.vue'), needTexts(['demoTour'])]);
  return part;
});
