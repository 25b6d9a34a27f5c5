import { nextTick, type Ref } from 'vue';
import { useEventListener, usePreferredReducedMotion } from '@vueuse/core';

/**
 * Scrolls to the next question after a single choice. Only for pointers, because arrow keys select while moving, and only where that question is not
 * visible yet.
 */
export function useNextQuestion(root: Readonly<Ref<HTMLElement | null>>): void {
  const motion = usePreferredReducedMotion();
  let tapped = false;
  useEventListener(root, 'pointerdown', () => void (tapped = true));
  useEventListener(root, 'keydown', () => void (tapped = false));
  useEventListener(root, 'change', async ({ target }) => {
    if (!tapped || !(target instanceof HTMLInputElement) || target.type !== 'radio') return;
    await nextTick();
    const questions = [...(root.value?.querySelectorAll<HTMLElement>('fieldset') ?? [])];
    const next = questions[questions.findIndex((each) => each.contains(target)) + 1];
    if (!next || next.getBoundingClientRect().bottom <= window.innerHeight) return;
    next.scrollIntoView({ block: 'center', behavior: motion.value === 'reduce' ? 'auto' : 'smooth' });
  });
}
