import { computed, inject, onScopeDispose, shallowRef, watch } from 'vue';
import type { RecoveryReport } from '@yunzhen/shared/calls/quality.contract';
import { type LocalSource, type MediaTrouble } from '../../../core/rtc/index.ts';
import { api } from '../../../core/api/index.ts';
import { secrecyOf } from '../encryption/call-secrecy.ts';
import { callApiKey } from './call-tickets.ts';
import { useKeptOff } from '../devices/kept-off.ts';
import { openCall } from './open-call.ts';
import { takePreparedCall } from './prepared-calls.ts';
import { useBlur } from '../devices/use-blur.ts';
import { useDeviceNotices } from '../devices/use-device-notices.ts';
import { useLocalMedia } from '../devices/use-local-media.ts';
import { useQuality } from '../quality/use-quality.ts';
import { useScreenShare } from '../controls/use-screen-share.ts';

/**
 * One’s part in the call of a visit, for as long as the component lives: joins at once, opens camera and microphone
 * meanwhile, and leaves when the component goes.
 */
export function useCall(visitId: string) {
  const client = inject(callApiKey, api);
  const prepared = takePreparedCall(visitId);
  const local = useLocalMedia(prepared?.media);
  const call = prepared?.call ?? openCall(client, visitId);
  const state = shallowRef(call.state);
  const participants = shallowRef(call.participants);
  const remoteTracks = shallowRef(call.remoteTracks);
  /** What was lost and came back by itself, oldest first. */
  const recoveries = shallowRef<readonly RecoveryReport[]>([]);
  const muted = useKeptOff(visitId, 'microphone');
  const cameraOff = useKeptOff(visitId, 'camera');
  /** Sources that the node or the browser would not send, though they are open. */
  const refused = shallowRef<ReadonlySet<LocalSource>>(new Set());
  const line = useQuality(call, participants);
  const screen = useScreenShare(call);
  const deviceNotices = useDeviceNotices(local.media);
  const blur = useBlur(local.camera);
  const encryption = secrecyOf(call);
  const ownPicture = shallowRef(call.ownPicture);
  /** One’s own picture is held back because the line is too weak for it. */
  const ownPicturePaused = computed(
    () =>
      (state.value.carried === 'audio-only' || ownPicture.value === 'paused') &&
      local.camera.value.track !== null &&
      !cameraOff.value,
  );
  /** The person wants no pictures, neither of others nor of themselves. */
  const soundOnly = shallowRef(false);

  call.on('state', (now) => {
    state.value = now;
  });
  call.on('participants', (now) => {
    participants.value = now;
  });
  call.on('remoteTracks', (now) => {
    remoteTracks.value = now;
  });
  call.on('ownPicture', (now) => {
    ownPicture.value = now;
  });
  call.on('recovered', (report) => {
    recoveries.value = [...recoveries.value, report];
  });
  call.on('refused', (source) => {
    if (source !== 'screen') refused.value = new Set([...refused.value, source]);
  });

  const off = { camera: cameraOff, microphone: muted };
  const outgoing = { camera: blur.track, microphone: computed(() => local.microphone.value.track) };
  for (const source of ['camera', 'microphone'] as const) {
    const publish = () => {
      const track = outgoing[source].value;
      call.publish(source, track ? { track, paused: off[source].value } : null);
    };
    watch([outgoing[source], off[source]], publish, { flush: 'sync' });
    // Of a device that is not open nothing is said yet, so that a prepared call keeps its place for it.
    if (outgoing[source].value) publish();
  }

  const receiveOnly = computed(() => !local.camera.value.track && !local.microphone.value.track);

  function join(): void {
    call.join();
    // What the page before is still opening is not opened twice.
    void (prepared?.opening ?? Promise.resolve()).then(openMissing);
  }

  /** Opens what is not open: at first both, after a refusal what was refused. */
  function openMissing(): Promise<void> {
    const missing = (['camera', 'microphone'] as const).filter((source) => !local[source].value.track);
    return missing.length > 0 ? local.open(missing) : Promise.resolve();
  }

  /** Leaves for now; camera and microphone close, so that their lights go out. */
  function leave(): void {
    void call.leave();
    local.media.release();
  }

  function flip(): Promise<MediaTrouble | null> {
    return local.media.flip();
  }

  /** Asks for the pictures again, whether the line or the person had given them up. */
  function tryPicture(): void {
    if (soundOnly.value) setSoundOnly(false);
    else call.resumePictures();
  }

  function setSoundOnly(wanted: boolean): void {
    soundOnly.value = wanted;
    cameraOff.value = wanted;
    call.setPicturesWanted(!wanted);
  }

  join();
  onScopeDispose(() => {
    void call.leave();
    call.close();
  });

  return {
    ...local,
    ...line,
    screen,
    deviceNotices,
    blur,
    encryption,
    ownPicturePaused,
    soundOnly,
    state,
    participants,
    remoteTracks,
    recoveries,
    /** To be called when a picture of another shows: the first one is measured. */
    handlePictureShown: () => call.handlePictureShown(),
    muted,
    cameraOff,
    refused,
    receiveOnly,
    join,
    retryNow: () => call.retryNow(),
    tryPicture,
    setSoundOnly,
    leave,
    flip,
    openMissing,
    toggleMicrophone: () => (muted.value = !muted.value),
    toggleCamera: () => (cameraOff.value = !cameraOff.value),
  };
}
