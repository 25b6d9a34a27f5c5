import { useStorage, type RemovableRef } from '@vueuse/core';
import type { MaybeRefOrGetter } from 'vue';
import { tabDrafts } from './index.ts';

/**
 * A value that survives a reload of this tab: encrypted, and deleted at the end of the session. `blank` is its value before anything is typed;
 * setting null deletes it.
 */
export const useTabDraft = <Draft>(name: string, blank: MaybeRefOrGetter<Draft>): RemovableRef<Draft> =>
  useStorage<Draft>(name, blank, tabDrafts, { mergeDefaults: true, writeDefaults: false });
