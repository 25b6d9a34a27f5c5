import { computed, type ComputedRef, type ShallowRef } from 'vue';
import { useOnline } from '@vueuse/core';
import { codeOf } from '../../../../core/i18n/index.ts';

interface Asked {
  data: { readonly value: unknown };
  error: Readonly<ShallowRef<unknown>>;
}

/** Whether there is nothing to show because the network is gone. The browser knows before the last retry has failed. */
export function useUnreachable({ data, error }: Asked): ComputedRef<boolean> {
  const online = useOnline();
  return computed(() => data.value === undefined && (!online.value || codeOf(error.value) === 'offline'));
}
