import { shallowRef, watch, type ShallowRef } from 'vue';
import type { AgreedText } from '@yunzhen/shared/accounts/agreements.contract';

/**
 * Returns whether the user has ticked their agreement. A tick counts for the texts that were on offer: another version or another hospital
 * clears it, so that no one agrees to a text unread.
 */
export function useAgreement(
  texts: () => readonly AgreedText[] | undefined,
  hospital: () => string,
): ShallowRef<boolean> {
  const agrees = shallowRef(false);
  const offered = () =>
    texts()
      ?.map(({ kind, version }) => `${kind} ${version}`)
      .join('\n');
  watch(offered, (_now, before) => {
    if (before !== undefined) agrees.value = false;
  });
  watch(hospital, () => (agrees.value = false));
  return agrees;
}
