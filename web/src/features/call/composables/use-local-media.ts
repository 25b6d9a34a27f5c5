import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import {
  LocalMedia,
  type DeviceList,
  type LocalSource,
  type LocalSourceState,
  type MediaTrouble,
} from '../../../lib/rtc/index.ts';
import { useDeviceChoice } from '../device-choice.ts';

const noDevices: DeviceList = { cameras: [], microphones: [], speakers: [] };

/** One’s own camera and microphone for as long as the component lives, with the devices that were chosen before. */
export function useLocalMedia() {
  const media = new LocalMedia();
  const choice = useDeviceChoice();
  const sources: Record<LocalSource, ShallowRef<LocalSourceState>> = {
    camera: shallowRef(media.camera),
    microphone: shallowRef(media.microphone),
  };
  const devices = shallowRef(noDevices);
  const opening = shallowRef(false);

  media.on('change', (source, state) => {
    sources[source].value = state;
  });
  media.on('devices', (list) => {
    devices.value = list;
  });
  onScopeDispose(() => media.close());

  async function open(wanted: readonly LocalSource[]): Promise<void> {
    opening.value = true;
    const { camera, microphone } = choice.value;
    await media.open(wanted, { cameraId: camera || undefined, microphoneId: microphone || undefined });
    opening.value = false;
  }

  /** Changes the device and remembers it when it could be opened. Resolves with the reason when it could not. */
  async function choose(source: LocalSource, deviceId: string): Promise<MediaTrouble | null> {
    const trouble = await media.switchTo(source, deviceId);
    if (trouble === null) choice.value = { ...choice.value, [source]: deviceId };
    return trouble;
  }

  return { media, camera: sources.camera, microphone: sources.microphone, devices, opening, choice, open, choose };
}
