import { shallowRef, watch } from 'vue';
import { useText } from '../../../core/i18n/index.ts';
import type { LocalSource } from '../../../core/rtc/devices.index.ts';
import { announce, useNotices } from '../../../ui/index.ts';
import type { useCall } from './use-call.ts';

/** What a person does in the call, and what is said of it. */
export function useCallControls(call: ReturnType<typeof useCall>) {
  const { t } = useText();
  const notices = useNotices();
  const { camera, microphone, muted, cameraOff, screen } = call;
  /** The camera that was turned round shows the room, not a mirror. */
  const unmirrored = shallowRef(false);
  const troubleHidden = shallowRef(false);

  // What goes in the middle of a call is a word over the picture, not a sheet before it.
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
