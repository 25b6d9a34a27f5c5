import { shallowRef, watch } from 'vue';
import { useDebounceFn } from '@vueuse/core';
import type { Prescription } from '@yunzhen/shared/prescribing/prescribing.contract';
import { useKeepAcknowledgements } from '../actions.ts';
import { isGiven, reasonsOf, type Reasons } from '../signature/signing-needs.ts';

/** Debounce before reasons are sent, in milliseconds, so that typing does not send every letter. */
const pause = 400;

/** Reasons for alerts, saved with the draft on the server as they are entered, so that a reload loses none. */
export function useStoredReasons(draft: Prescription) {
  const reasons = shallowRef<Reasons>(reasonsOf(draft.acknowledgements));
  const unkept = shallowRef(false);

  const { mutate } = useKeepAcknowledgements({
    onSuccess: () => (unkept.value = false),
    // The reasons are still on the page and are sent with the signature; the page warns that a reload would lose them.
    onError: () => (unkept.value = true),
  });

  function send(): void {
    const acknowledgements = Object.entries(reasons.value).flatMap(([issueId, reason]) =>
      isGiven(reason)
        ? [{ issueId, reason: reason.code, ...(reason.code === 'other' ? { text: reason.text.trim() } : {}) }]
        : [],
    );
    mutate({ params: { prescriptionId: draft.id }, body: { acknowledgements } });
  }

  const later = useDebounceFn(send, pause);
  watch(reasons, () => void later());
  return { reasons, unkept };
}
