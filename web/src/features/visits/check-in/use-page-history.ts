import { onMounted, watch, type Ref } from 'vue';
import { until } from '@vueuse/core';
import { useRoute, useRouter } from 'vue-router';
import type { IntakePage } from '@yunzhen/shared/intake/answers/steps';

/**
 * Gives the second page its own history entry, so that Back returns to the questions and Forward to the record. The address follows the draft, and
 * after a reload leads to the record again, even when the draft was not yet stored, if the questions let the patient pass.
 */
export function usePageHistory(parts: {
  page: Readonly<Ref<IntakePage | 'done'>>;
  /** Whether all questions are shown, so that they can be checked. */
  ready: () => boolean;
  toQuestions: () => unknown;
  leaveQuestions: () => unknown;
}): void {
  const { page, ready, toQuestions, leaveQuestions } = parts;
  const router = useRouter();
  const route = useRoute();
  const { path } = route;
  const isAtRecord = () => route.query['page'] === 'record';

  onMounted(async () => {
    await until(ready).toBe(true, { flush: 'post' });
    if (isAtRecord() && page.value === 'questions') void leaveQuestions();
  });
  watch(page, (now, before) => {
    if (now === 'record' && before === 'questions' && !isAtRecord())
      void router.push({ path, query: { page: 'record' } });
    if (now === 'questions' && isAtRecord()) {
      if (window.history.state?.back === path) router.back();
      else void router.replace({ path });
    }
  });
  watch(
    () => route.path === path && isAtRecord(),
    (asked) => {
      // The address changes also when this page is left.
      if (route.path !== path) return;
      if (!asked && page.value === 'record') void toQuestions();
      if (asked && ready() && page.value === 'questions') void leaveQuestions();
    },
  );
}
