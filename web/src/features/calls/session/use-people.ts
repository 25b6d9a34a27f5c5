import { computed, type Ref } from 'vue';
import type { CallParticipant, CallRole } from '@yunzhen/shared/calls/call.contract';
import type { CallState, RemoteTrack } from '../../../core/rtc/index.ts';

/** Participants on the stage: the main one, the others in small, and a shared screen. */
export function usePeople(scene: {
  self: Ref<CallRole>;
  state: Ref<CallState>;
  participants: Ref<readonly CallParticipant[]>;
  tracks: Ref<readonly RemoteTrack[]>;
}) {
  const trackOf = (participantId: string | undefined, source: RemoteTrack['source']) =>
    scene.tracks.value.find((track) => track.participantId === participantId && track.source === source);
  const held = computed(() => scene.state.value.roomPhase === 'held');
  const isApart = (participant: CallParticipant | undefined) => held.value && participant?.role === 'patient';

  const other = computed(() => {
    const all = scene.participants.value;
    const wanted: CallRole = scene.self.value === 'doctor' ? 'patient' : 'doctor';
    // While the patient is on hold, the guest with whom the doctor confers is the main one.
    return all.find((one) => one.role === wanted && !isApart(one)) ?? all.find((one) => !isApart(one)) ?? all[0];
  });
  const screen = computed(() => scene.tracks.value.find(({ source, paused }) => source === 'screen' && !paused));
  /** Everyone except the main participant; with a shared screen, everyone. */
  const small = computed(() =>
    scene.participants.value.filter((one) => screen.value !== undefined || one !== other.value),
  );

  return { other, screen, small, held, isApart, trackOf };
}
