import { useStorage } from '@vueuse/core';

interface DeviceChoice {
  camera: string;
  microphone: string;
  speaker: string;
}

/** The devices that were chosen in this browser, by the ids that it gave them; empty where none was. */
export function useDeviceChoice() {
  return useStorage<DeviceChoice>('yunzhen.devices', { camera: '', microphone: '', speaker: '' }, undefined, {
    mergeDefaults: true,
  });
}

const blurKey = 'yunzhen.devices.blur';

/** Whether the background is to be blurred. Off until the person asks for it: on a weak machine it costs more than it gives. */
export function useBlurWish() {
  return useStorage(blurKey, false);
}

/** The same outside of components. */
export function blurIsWished(): boolean {
  return localStorage.getItem(blurKey) === 'true';
}
