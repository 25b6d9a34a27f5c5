import { computed, shallowRef } from 'vue';
import type { useCall } from '../session/use-call.ts';
import type { usePeople } from '../session/use-people.ts';
import { absenceOf } from './call-view-model.ts';

/** The main picture of the stage, or why there is none. */
export function useMainPicture(call: ReturnType<typeof useCall>, people: ReturnType<typeof usePeople>) {
  const { state, soundOnly } = call;
  const { other } = people;
  const picture = computed(() => people.trackOf(other.value?.participantId, 'camera'));
  /** The stage has rendered a frame of it. */
  const pictureShown = shallowRef(false);
  const carriesSoundOnly = computed(() => state.value.carried === 'audio-only');
  /** Whether a picture is visible, moving or frozen. */
  const hasPicture = computed(() => {
    const { paused = false, starved = false } = picture.value ?? {};
    const givenUp = paused || starved || soundOnly.value || carriesSoundOnly.value;
    return pictureShown.value && !givenUp && state.value.phase !== 'stopped' && !people.isApart(other.value);
  });
  const absence = computed(() =>
    absenceOf({
      participant: other.value,
      camera: picture.value,
      apart: people.isApart(other.value),
      soundOnly: soundOnly.value,
      carriesSoundOnly: carriesSoundOnly.value,
    }),
  );
  return { picture, pictureShown, hasPicture, absence };
}
