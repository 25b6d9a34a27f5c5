import { onScopeDispose, shallowRef, watch, type Ref } from 'vue';
import { type RemoteTrack } from '../../../core/rtc/index.ts';
import { meterLevel } from '../../../core/rtc/devices.index.ts';

/** Louder than the noise of a quiet connection. */
const speechLevel = 0.3;
/** A participant still counts as speaking during pauses between words. */
const pauseMs = 900;

/** Ids of the participants who are speaking now. */
export function useSpeaking(voices: Ref<readonly RemoteTrack[]>) {
  const speaking = shallowRef<ReadonlySet<string>>(new Set());
  const meters = new Map<string, { track: MediaStreamTrack; stop: () => void }>();
  const lastHeard = new Map<string, number>();

  watch(voices, follow, { immediate: true });
  onScopeDispose(() => {
    for (const { stop } of meters.values()) stop();
  });

  function follow(now: readonly RemoteTrack[]) {
    for (const [id, meter] of meters) {
      if (now.some(({ participantId, track }) => participantId === id && track === meter.track)) continue;
      meter.stop();
      meters.delete(id);
      tell(id, false);
    }
    for (const { participantId, track } of now) {
      if (meters.has(participantId)) continue;
      meters.set(participantId, { track, stop: meterLevel(track, (level) => hear(participantId, level)) });
    }
  }

  function hear(id: string, level: number) {
    const now = performance.now();
    if (level > speechLevel) lastHeard.set(id, now);
    tell(id, now - (lastHeard.get(id) ?? -Infinity) < pauseMs);
  }

  function tell(id: string, speaks: boolean) {
    if (speaking.value.has(id) === speaks) return;
    const others = [...speaking.value].filter((each) => each !== id);
    speaking.value = new Set(speaks ? [...others, id] : others);
  }

  return speaking;
}
