import { computed, type Ref } from 'vue';
import type { LocalSource } from '../../../core/rtc/devices.index.ts';
import { interruptions } from './call-view-model.ts';
import { lineTrouble } from '../quality/quality-labels.ts';
import type { useCall } from '../session/use-call.ts';
import { useHeldPicture } from '../pictures/use-held-picture.ts';
import { usePeople } from '../session/use-people.ts';
import { useMainPicture } from './use-main-picture.ts';
import { useStageView } from './use-stage-view.ts';
import { useStageNames, type StageNames } from './use-stage-names.ts';

/** What the stage shows, derived from the state of the call and its participants. */
export function useStage(call: ReturnType<typeof useCall>, names: Ref<StageNames>) {
  const { state, participants, remoteTracks, camera, microphone } = call;
  const self = computed(() => names.value.self);
  const people = usePeople({ self, state, participants, tracks: remoteTracks });
  const { other } = people;
  const { nameOf, patientName } = useStageNames(names, participants);
  const name = computed(() => nameOf(other.value?.participantId));
  const { view, words } = useStageView(call, self, other, name);
  const main = useMainPicture(call, people);
  const { hasPicture } = main;

  const connected = computed(() => view.value === 'live' || interruptions.has(view.value));
  /** No picture of the others is visible: the stage shows a text instead. */
  const bare = computed(() => !connected.value || (view.value !== 'live' && !hasPicture.value && !people.screen.value));
  const missing = computed(() => {
    if (camera.value.trouble === null && microphone.value.trouble === null) return null;
    if (call.receiveOnly.value) return 'title';
    return camera.value.trouble ? 'noCamera' : 'noMicrophone';
  });

  function sends(participantId: string | undefined, source: LocalSource): boolean {
    const participant = participants.value.find((one) => one.participantId === participantId);
    return participant?.sources.some((sent) => sent.source === source && !sent.paused) ?? false;
  }

  return {
    ...main,
    people,
    other,
    name,
    patientName,
    nameOf,
    sends,
    /** A participant who is away sends nothing either, without having muted themselves. */
    otherMuted: computed(() => view.value !== 'away' && !sends(other.value?.participantId, 'microphone')),
    view,
    words,
    heldPicture: useHeldPicture(other, view),
    connected,
    bare,
    interrupted: computed(() => interruptions.has(view.value) && !bare.value),
    missing,
    /** Shown over a picture; without one the same text replaces the picture. */
    lineTrouble: computed(() => {
      const seen = view.value === 'live' && (hasPicture.value || people.screen.value !== undefined);
      return seen ? lineTrouble(call.quality.value) : null;
    }),
  };
}
