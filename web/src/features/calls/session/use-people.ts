import { computed, type Ref } from 'vue';
import type { CallParticipant, CallRole } from '@yunzhen/shared/calls/call.contract';
import type { CallState, RemoteTrack } from '../../../core/rtc/index.ts';

/** Who is on the stage: the one who fills it, the others in small, and the screen that one of them shows. */
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
    // With the patient apart, the one with whom the doctor confers is the one to look at.
    return all.find((one) => one.role === wanted && !isApart(one)) ?? all.find((one) => !isApart(one)) ?? all[0];
  });
  const screen = computed(() => scene.tracks.value.find(({ source, paused }) => source === 'screen' && !paused));
  /** Everybody who does not fill the stage; with a screen on it, that is everybody. */
  const small = computed(() =>
    scene.participants.value.filter((one) => screen.value !== undefined || one !== other.value),
  );

  return { other, screen, small, held, isApart, trackOf };
}
