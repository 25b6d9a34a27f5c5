import { nextTick, readonly, shallowRef } from 'vue';

const text = shallowRef('');
let waiting: string[] = [];

/** What the page's one live region says; shown by the app's root. */
export const announcement = readonly(text);

/**
 * Has screen readers say something that is seen but not focused, e.g. "You are next". The same text twice is said twice; of what
 * comes at once nothing is lost.
 */
export function announce(message: string): void {
  text.value = '';
  if (waiting.push(message) > 1) return;
  void nextTick(() => {
    text.value = waiting.join(' ');
    waiting = [];
  });
}
