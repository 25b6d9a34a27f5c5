import { computed, shallowRef, watch, type Ref } from 'vue';
import { useOnline } from '@vueuse/core';
import type { CallParticipant, CallRole } from '@yunzhen/shared/calls/call.contract';
import { useLostFor } from '../quality/use-lost-for.ts';
import type { useCall } from '../session/use-call.ts';
import { useCallLabels } from '../session/use-call-labels.ts';
import { callViewStateOf, isLost } from './call-view-model.ts';

/** View state of the stage with its texts. */
export function useStageView(
  { state, stalled }: ReturnType<typeof useCall>,
  self: Ref<CallRole>,
  other: Ref<CallParticipant | undefined>,
  name: Ref<string>,
) {
  const lostForMs = useLostFor(computed(() => isLost(state.value, stalled.value)));
  const view = computed(() =>
    callViewStateOf({
      state: state.value,
      self: self.value,
      other: other.value,
      stalled: stalled.value,
      lostForMs: lostForMs.value,
    }),
  );
  /** Both participants have been in this call before. */
  const met = shallowRef(false);
  watch(view, (now) => {
    if (now === 'live') met.value = true;
  });
  return { view, words: useCallLabels({ view, state, name, online: useOnline(), met }) };
}
