import { computed, shallowRef, watch, type Ref } from 'vue';
import { useOnline } from '@vueuse/core';
import type { CallRole } from '@yunzhen/shared/calls/call.contract';
import { useText } from '../../../core/i18n/index.ts';
import type { LocalSource } from '../../../core/rtc/index.ts';
import { absenceOf, callViewStateOf, interruptions, isLost } from './call-view-model.ts';
import { lineTrouble } from '../quality/quality-labels.ts';
import type { useCall } from '../session/use-call.ts';
import { useCallLabels } from '../session/use-call-labels.ts';
import { useHeldPicture } from '../pictures/use-held-picture.ts';
import { useLostFor } from '../quality/use-lost-for.ts';
import { usePeople } from '../session/use-people.ts';

export interface StageNames {
  readonly self: CallRole;
  readonly otherName: string | undefined;
  readonly names: Readonly<Record<string, string>> | undefined;
}

/** What is to be seen on the stage, from the state of the call and of everybody in it. */
export function useStage(call: ReturnType<typeof useCall>, names: Ref<StageNames>) {
  const { t } = useText();
  const { state, participants, remoteTracks, camera, microphone } = call;
  const self = computed(() => names.value.self);
  const main = computed<CallRole>(() => (self.value === 'doctor' ? 'patient' : 'doctor'));
  const people = usePeople({ self, state, participants, tracks: remoteTracks });
  const { other } = people;

  const name = computed(() => nameOf(other.value?.participantId));
  const patientName = computed(() =>
    nameOf(participants.value.find(({ role }) => role === 'patient')?.participantId, 'patient'),
  );
  const lostForMs = useLostFor(computed(() => isLost(state.value, call.stalled.value)));
  const face = computed(() =>
    callViewStateOf({
      state: state.value,
      self: self.value,
      other: other.value,
      stalled: call.stalled.value,
      lostForMs: lostForMs.value,
    }),
  );
  /** Both have been in this call before. */
  const met = shallowRef(false);
  watch(face, (now) => {
    if (now === 'live') met.value = true;
  });
  const words = useCallLabels({ face, state, name, online: useOnline(), met });

  const picture = computed(() => people.trackOf(other.value?.participantId, 'camera'));
  /** The stage has drawn a frame of it. */
  const pictureShown = shallowRef(false);
  /** A picture is there to be seen, moving or held. */
  const hasPicture = computed(() => {
    const { paused = false, starved = false } = picture.value ?? {};
    const givenUp = paused || starved || call.soundOnly.value || state.value.carried === 'audio-only';
    return pictureShown.value && !givenUp && state.value.phase !== 'stopped' && !people.isApart(other.value);
  });
  const absence = computed(() =>
    absenceOf({
      participant: other.value,
      camera: picture.value,
      apart: people.isApart(other.value),
      soundOnly: call.soundOnly.value,
      carriesSoundOnly: state.value.carried === 'audio-only',
    }),
  );

  const connected = computed(() => face.value === 'live' || interruptions.has(face.value));
  /** There is nothing of the others to be seen: the stage speaks instead. */
  const bare = computed(() => !connected.value || (face.value !== 'live' && !hasPicture.value && !people.screen.value));
  const missing = computed(() => {
    if (camera.value.trouble === null && microphone.value.trouble === null) return null;
    if (call.receiveOnly.value) return 'title';
    return camera.value.trouble ? 'noCamera' : 'noMicrophone';
  });

  function nameOf(participantId: string | undefined, otherwise: CallRole = main.value): string {
    const role = participants.value.find((one) => one.participantId === participantId)?.role ?? otherwise;
    const { otherName, names: known } = names.value;
    if (role === main.value && otherName) return otherName;
    const named = participantId === undefined ? undefined : known?.[participantId];
    if (named) return named;
    // A guest has neither a doctor nor a patient of their own.
    if (role === 'guest' || self.value === 'guest') return t(`call.people.${role}`);
    return t(role === 'patient' ? 'call.other.patient' : 'call.other.doctor');
  }

  function sends(participantId: string | undefined, source: LocalSource): boolean {
    const participant = participants.value.find((one) => one.participantId === participantId);
    return participant?.sources.some((sent) => sent.source === source && !sent.paused) ?? false;
  }

  return {
    people,
    other,
    name,
    patientName,
    nameOf,
    sends,
    /** Who has gone away sends nothing either, without having muted themselves. */
    otherMuted: computed(() => face.value !== 'away' && !sends(other.value?.participantId, 'microphone')),
    face,
    words,
    picture,
    pictureShown,
    heldPicture: useHeldPicture(other, face),
    hasPicture,
    absence,
    connected,
    bare,
    interrupted: computed(() => interruptions.has(face.value) && !bare.value),
    missing,
    /** Said over a picture; in its place it is said anyway. */
    lineTrouble: computed(() => {
      const seen = face.value === 'live' && (hasPicture.value || people.screen.value !== undefined);
      return seen ? lineTrouble(call.quality.value) : null;
    }),
  };
}
