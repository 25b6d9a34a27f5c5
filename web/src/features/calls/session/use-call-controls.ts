import { shallowRef, watch } from 'vue';
import { useText } from '../../../core/i18n/index.ts';
import type { LocalSource } from '../../../core/rtc/devices.index.ts';
import { announce, useNotices } from '../../../ui/index.ts';
import type { useCall } from './use-call.ts';

/** The user’s controls in the call, and their announcements. */
export function useCallControls(call: ReturnType<typeof useCall>) {
  const { t } = useText();
  const notices = useNotices();
  const { camera, microphone, muted, cameraOff, screen } = call;
  /** After a switch to the back camera, which shows the room and is not mirrored. */
  const unmirrored = shallowRef(false);
  const troubleHidden = shallowRef(false);

  // A device that fails during a call shows a message over the picture, not a dialog.
  watch([camera, microphone], ([nowCamera, nowMicrophone], [wasCamera, wasMicrophone]) => {
    const lost = (wasCamera.track && nowCamera.trouble) || (wasMicrophone.track && nowMicrophone.trouble);
    if (lost) troubleHidden.value = true;
  });

  function openMissing(): void {
    troubleHidden.value = false;
    void call.openMissing();
  }

  function toggleMicrophone(): void {
    if (!microphone.value.track) return openMissing();
    muted.value = !muted.value;
    announce(t(muted.value ? 'call.announce.muted' : 'call.announce.unmuted'));
  }

  function toggleCamera(): void {
    if (!camera.value.track) return openMissing();
    cameraOff.value = !cameraOff.value;
    announce(t(cameraOff.value ? 'call.announce.cameraOff' : 'call.announce.cameraOn'));
  }

  function toggleScreen(): void {
    if (screen.track.value) screen.stop();
    else void screen.start();
  }

  async function flip(): Promise<void> {
    if ((await call.flip()) === null) unmirrored.value = !unmirrored.value;
  }

  async function useDevice(source: LocalSource, id: string): Promise<void> {
    call.deviceNotices.dismiss();
    const trouble = await call.choose(source, id);
    const device = t(`media.trouble.${source}`);
    if (trouble)
      notices.info(t(`media.trouble.${trouble}.title`, { device }), t(`media.trouble.${trouble}.text`, { device }));
    else if (source === 'camera') unmirrored.value = false;
  }

  return {
    unmirrored,
    troubleHidden,
    toggleMicrophone,
    toggleCamera,
    toggleScreen,
    turnRound: flip,
    useDevice,
    openOwn: openMissing,
  };
}
