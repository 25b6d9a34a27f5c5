import { shallowRef } from 'vue';
import { announce } from './announcer.ts';
import { useNotices } from './use-notices.ts';

/** Copies a text for the user. `copied` turns true, `done` is announced to screen readers, and a browser that refuses shows a notice. */
export function useCopy(done: () => string) {
  const notices = useNotices();
  const copied = shallowRef(false);

  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      copied.value = true;
      announce(done());
    } catch (error) {
      notices.problem(error);
    }
  }

  return { copied, copy };
}
