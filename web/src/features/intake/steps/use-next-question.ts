import { nextTick, type Ref } from 'vue';
import { useEventListener, usePreferredReducedMotion } from '@vueuse/core';

/**
 * A single choice goes on at the tap: the next question comes into view. Only for a pointer, since arrow keys choose on their way, and
 * only where that question is not in view already.
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
