import { computed, watch } from 'vue';
import { useEventListener, useIntervalFn } from '@vueuse/core';
import type { IntakeDraftContent } from '@yunzhen/shared/intake/intake-draft.schemas';
import { fetchForm, formOf } from './form-store.ts';

/** Loads the questions of the draft’s form as soon as the network allows it. */
export function useChosenForm(chosen: () => IntakeDraftContent['form']) {
  const form = computed(() => {
    const id = chosen();
    return id === null ? undefined : (formOf(id) ?? undefined);
  });
  /** Whether the chosen form is being loaded. */
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
  // The browser does not always detect that the network is back.
  useIntervalFn(() => fetching.value && fetchChosen(), 3000);
  return { form, fetching };
}
