import { computed, shallowRef, watch, type Ref } from 'vue';
import { useTimeoutFn } from '@vueuse/core';
import type { CallParticipant } from '@yunzhen/shared/calls/call.contract';
import { interruptions, type CallViewState } from '../stage/call-view-model.ts';

/** A participant who rejoins sends nothing for a moment without having turned the camera off. */
const graceMs = 4000;

/** Whether to keep the other side’s last frame while there is no track: it is being restored, not turned off. */
export function useHeldPicture(other: Ref<CallParticipant | undefined>, view: Ref<CallViewState>) {
  const camera = computed(() => other.value?.sources.find(({ source }) => source === 'camera'));
  const grace = shallowRef(false);
  const { start, stop } = useTimeoutFn(() => (grace.value = false), graceMs, { immediate: false });

  watch(camera, (now, before) => {
    stop();
    grace.value = before !== undefined && now === undefined;
    if (grace.value) start();
  });

  return computed(() => {
    if (interruptions.has(view.value)) return true;
    if (!other.value || view.value !== 'live') return false;
    return camera.value ? !camera.value.paused : grace.value;
  });
}
