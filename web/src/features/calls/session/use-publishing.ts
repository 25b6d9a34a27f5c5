import { watch, type Ref } from 'vue';
import type { CallClient } from '../../../core/rtc/index.ts';
import type { LocalSource } from '../../../core/rtc/devices.index.ts';

interface Outgoing {
  readonly track: Readonly<Ref<MediaStreamTrack | null>>;
  readonly off: Readonly<Ref<boolean>>;
}

/** Publishes every source that is open and not switched off. */
export function usePublishing(call: CallClient, outgoing: Readonly<Record<LocalSource, Outgoing>>): void {
  for (const source of ['camera', 'microphone'] as const) {
    const { track, off } = outgoing[source];
    const publish = () => call.publish(source, track.value ? { track: track.value, paused: off.value } : null);
    watch([track, off], publish, { flush: 'sync' });
    // A device that is not open yet is not published as absent, so that a prepared call keeps its sender.
    if (track.value) publish();
  }
}
