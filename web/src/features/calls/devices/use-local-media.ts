import { computed, onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import {
  type DeviceList,
  type LocalSourceState,
  LocalMedia,
  type LocalSource,
  type MediaTrouble,
} from '../../../core/rtc/devices.index.ts';
import { useDeviceChoice } from './device-choice.ts';

const noDevices: DeviceList = { cameras: [], microphones: [], speakers: [] };

/**
 * One’s own camera and microphone for as long as the component lives, with the devices that were chosen before.
 * @param media what another page has opened; `lent`: it stays open after this one
 */
export function useLocalMedia(media = new LocalMedia(), { lent = false } = {}) {
  const choice = useDeviceChoice();
  const sources: Record<LocalSource, ShallowRef<LocalSourceState>> = {
    camera: shallowRef(media.camera),
    microphone: shallowRef(media.microphone),
  };
  const devices = shallowRef(noDevices);
  const opening = shallowRef(false);

  const subscriptions = [
    media.on('change', (source, state) => {
      sources[source].value = state;
    }),
    media.on('devices', (list) => {
      devices.value = list;
    }),
  ];
  onScopeDispose(() => {
    for (const end of subscriptions) end();
    if (!lent) media.close();
  });

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

  function chooseSpeaker(speaker: string): void {
    choice.value = { ...choice.value, speaker };
  }

  /** Known speakers tell whether the chosen one is still there; an empty list tells nothing. */
  const speakerGone = computed(() => {
    const { speaker } = choice.value;
    const { speakers } = devices.value;
    return speaker !== '' && speakers.length > 0 && !speakers.some(({ id }) => id === speaker);
  });

  return {
    media,
    camera: sources.camera,
    microphone: sources.microphone,
    devices,
    opening,
    choice,
    /** Where sound comes out; empty for the system’s own choice. */
    speakerId: computed(() => (speakerGone.value ? '' : choice.value.speaker)),
    speakerGone,
    open,
    choose,
    chooseSpeaker,
  };
}
