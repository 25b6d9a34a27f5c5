import { useStorage } from '@vueuse/core';

/** Whether this window was opened from a card of the demo: it shows the guided tour, and a drawn person where there is no camera. */
export const demoWindow = useStorage('yunzhen.demo-window', false);
