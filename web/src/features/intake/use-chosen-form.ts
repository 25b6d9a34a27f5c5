import { computed, watch } from 'vue';
import { useEventListener, useIntervalFn } from '@vueuse/core';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { fetchForm, formOf } from './form-store.ts';

/** The questions that the draft chose, fetched as soon as the network lets them through. */
export function useChosenForm(chosen: () => IntakeDraftContent['form']) {
  const form = computed(() => {
    const id = chosen();
    return id === null ? undefined : (formOf(id) ?? undefined);
  });
  /** The questions that were chosen are on their way. */
  const fetching = computed(() => {
    const id = chosen();
    return id !== null && formOf(id) === undefined;
  });
  function fetchChosen(): void {
    const id = chosen();
    if (id) void fetchForm(id).catch(() => undefined);
  }
  watch(chosen, fetchChosen, { immediate: true });
  useEventListener(window, 'online', fetchChosen);
  // The browser does not always notice that the network is back.
  useIntervalFn(() => fetching.value && fetchChosen(), 3000);
  return { form, fetching };
}
