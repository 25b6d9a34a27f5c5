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
 * The user’s own camera and microphone while the component is mounted, with the devices chosen before.
 * @param media opened by another page; `lent`: it stays open afterwards
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

  /** Switches the device and stores the choice if it could be opened. Resolves with the reason if not. */
  async function choose(source: LocalSource, deviceId: string): Promise<MediaTrouble | null> {
    const trouble = await media.switchTo(source, deviceId);
    if (trouble === null) choice.value = { ...choice.value, [source]: deviceId };
    return trouble;
  }

  function chooseSpeaker(speaker: string): void {
    choice.value = { ...choice.value, speaker };
  }

  /** A list of speakers tells whether the chosen one still exists; an empty list tells nothing. */
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
    /** The output device; empty for the system’s default. */
    speakerId: computed(() => (speakerGone.value ? '' : choice.value.speaker)),
    speakerGone,
    open,
    choose,
    chooseSpeaker,
  };
}
