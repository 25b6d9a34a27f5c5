import { watch } from 'vue';
import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { useText } from '../../../../core/i18n/index.ts';

/** Keeps what the page shows readable on this device without a network, because a pharmacy may have none. */
export function useHeld(shown: () => readonly Prescription[]): void {
  const { locale } = useText();
  watch(
    shown,
    (list) => {
      if (list.length === 0) return;
      void import('./held-prescriptions.ts').then(({ hold }) => hold(list, locale.value)).catch(() => undefined);
      // The service worker then has the part that shows them.
      void import('./held-prescriptions.vue').catch(() => undefined);
    },
    { immediate: true },
  );
}
