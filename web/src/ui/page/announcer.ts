import { nextTick, readonly, shallowRef } from 'vue';

const text = shallowRef('');
let waiting: string[] = [];

/** Content of the page’s one live region; rendered by the app’s root. */
export const announcement = readonly(text);

/**
 * Makes screen readers announce something that is visible but not focused, e.g. "You are next". A repeated text is announced again; simultaneous
 * texts are all announced.
 */
export function announce(message: string): void {
  text.value = '';
  if (waiting.push(message) > 1) return;
  void nextTick(() => {
    text.value = waiting.join(' ');
    waiting = [];
  });
}
