import { onMounted, watch, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import type { IntakePage } from '@yunzhen/shared/intake/answers/steps';

/**
 * Gives the second page its own history entry, so that Back returns to the questions and Forward to the record. The address follows the draft, and
 * after a reload leads to the record again, even when the draft was not yet stored.
 */
export function usePageHistory(parts: {
  page: Readonly<Ref<IntakePage | 'done'>>;
  toQuestions: () => unknown;
  leaveQuestions: () => unknown;
}): void {
  const { page, toQuestions, leaveQuestions } = parts;
  const router = useRouter();
  const route = useRoute();
  const { path } = route;
  const isAtRecord = () => route.query['page'] === 'record';

  onMounted(() => {
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
      if (asked && page.value === 'questions') void leaveQuestions();
    },
  );
}
