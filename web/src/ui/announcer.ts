import { nextTick, readonly, shallowRef } from 'vue';

const text = shallowRef('');

/** What the page's one live region says; shown by the app's root. */
export const announcement = readonly(text);

/** Has screen readers say something that is seen but not focused, e.g. "You are next". The same text twice is said twice. */
export function announce(message: string): void {
  text.value = '';
  void nextTick(() => (text.value = message));
}
