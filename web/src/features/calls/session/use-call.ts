import { computed, onScopeDispose, shallowRef, type Ref } from 'vue';
import type { CallClient } from '../../../core/rtc/index.ts';
import { secrecyOf } from '../encryption/call-secrecy.ts';
import { useCaptions } from '../captions/use-captions.ts';
import { useKeptOff } from '../devices/kept-off.ts';
import { useBlur } from '../devices/use-blur.ts';
import { useDeviceNotices } from '../devices/use-device-notices.ts';
import { useLocalMedia } from '../devices/use-local-media.ts';
import { useQuality } from '../quality/use-quality.ts';
import { useScreenShare } from '../controls/use-screen-share.ts';
import { useCallApi } from './actions.ts';
import { openCall } from './open-call.ts';
import { takePreparedCall } from './prepared-calls.ts';
import { useCallState } from './use-call-state.ts';
import { usePublishing } from './use-publishing.ts';

/**
 * This user’s side of a visit’s call while the component is mounted: joins at once, opens camera and microphone in parallel, and leaves on unmount.
 */
export function useCall(visitId: string) {
  const client = useCallApi();
  const prepared = takePreparedCall(visitId);
  const local = useLocalMedia(prepared?.media);
  const call = prepared?.call ?? openCall(client, visitId);
  const told = useCallState(call);
  const encryption = secrecyOf(call);
  const muted = useKeptOff(visitId, 'microphone');
  const cameraOff = useKeptOff(visitId, 'camera');
  const line = useQuality(call, told.participants);
  const screen = useScreenShare(call);
  const deviceNotices = useDeviceNotices(local.media);
  const blur = useBlur(local.camera);
  usePublishing(call, {
    camera: { track: blur.track, off: cameraOff },
    microphone: { track: computed(() => local.microphone.value.track), off: muted },
  });

  /** Opens what is not open: both at first, after a rejection the rejected one. */
  function openMissing(): Promise<void> {
    const missing = (['camera', 'microphone'] as const).filter((source) => !local[source].value.track);
    return missing.length > 0 ? local.open(missing) : Promise.resolve();
  }

  function join(): void {
    call.join();
    // Waits for devices that the previous page is still opening, so that they are not opened twice.
    void (prepared?.opening ?? Promise.resolve()).then(openMissing);
  }

  join();
  onScopeDispose(() => {
    void call.leave();
    call.close();
  });

  return {
    ...local,
    ...line,
    ...told,
    ...usePictureWishes(call, cameraOff),
    screen,
    deviceNotices,
    blur,
    encryption,
    captions: useCaptions(call, {
      microphone: local.microphone,
      muted,
      state: told.state,
      encrypted: computed(() => encryption.value.status !== 'off'),
    }),
    /** The local picture is paused because the connection is too weak. */
    ownPicturePaused: computed(() => isWeak(told) && local.camera.value.track !== null && !cameraOff.value),
    /** Call when another participant’s picture is shown: the first one is measured. */
    handlePictureShown: () => call.handlePictureShown(),
    muted,
    cameraOff,
    receiveOnly: computed(() => !local.camera.value.track && !local.microphone.value.track),
    join,
    retryNow: () => call.retryNow(),
    /** Leaves the call for now; camera and microphone close, so that their lights turn off. */
    leave() {
      void call.leave();
      local.media.release();
    },
    flip: () => local.media.flip(),
    openMissing,
  };
}

function isWeak({ state, ownPicture }: ReturnType<typeof useCallState>): boolean {
  return state.value.carried === 'audio-only' || ownPicture.value === 'paused';
}

/** Whether the user wants pictures, of others and their own. */
function usePictureWishes(call: CallClient, cameraOff: Ref<boolean>) {
  const soundOnly = shallowRef(false);

  function setSoundOnly(wanted: boolean): void {
    soundOnly.value = wanted;
    cameraOff.value = wanted;
    call.setPicturesWanted(!wanted);
  }

  /** Requests pictures again, whether the connection or the user had turned them off. */
  function tryPicture(): void {
    if (soundOnly.value) setSoundOnly(false);
    else call.resumePictures();
  }

  return { soundOnly, setSoundOnly, tryPicture };
}
