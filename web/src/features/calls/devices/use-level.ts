import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import { meterLevel } from '../../../core/rtc/devices.index.ts';

/** Far louder than a quiet room, so it counts as speech. */
const speechLevel = 0.35;

/** Microphone level (0 to 1), and whether speech has been detected yet. */
export function useLevel(track: Ref<MediaStreamTrack | null>) {
  const level = shallowRef(0);
  const speaking = shallowRef(false);
  let stop = () => {};

  watch(
    track,
    (now) => {
      stop();
      level.value = 0;
      speaking.value = false;
      stop = now ? meterLevel(now, hear) : () => {};
    },
    { immediate: true },
  );
  onScopeDispose(() => stop());

  function hear(loudness: number): void {
    level.value = loudness;
    if (loudness > speechLevel) speaking.value = true;
  }

  return { level, speaking };
}
