import { watch, type Ref } from 'vue';
import type { CallClient } from '../../../core/rtc/index.ts';
import type { LocalSource } from '../../../core/rtc/devices.index.ts';

interface Outgoing {
  readonly track: Readonly<Ref<MediaStreamTrack | null>>;
  readonly off: Readonly<Ref<boolean>>;
}

/** What is open and not off is sent. */
export function usePublishing(call: CallClient, outgoing: Readonly<Record<LocalSource, Outgoing>>): void {
  for (const source of ['camera', 'microphone'] as const) {
    const { track, off } = outgoing[source];
    const publish = () => call.publish(source, track.value ? { track: track.value, paused: off.value } : null);
    watch([track, off], publish, { flush: 'sync' });
    // Of a device that is not open nothing is said yet, so that a prepared call keeps its place for it.
    if (track.value) publish();
  }
}
