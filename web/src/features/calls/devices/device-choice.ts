import { useStorage } from '@vueuse/core';

interface DeviceChoice {
  camera: string;
  microphone: string;
  speaker: string;
}

/** Ids of the devices that were chosen in this browser; empty where none was. */
export function useDeviceChoice() {
  return useStorage<DeviceChoice>('yunzhen.devices', { camera: '', microphone: '', speaker: '' }, undefined, {
    mergeDefaults: true,
  });
}

const blurKey = 'yunzhen.devices.blur';

/** Whether the background should be blurred. Off by default: on a weak device it costs more than it gives. */
export function useBlurWish() {
  return useStorage(blurKey, false);
}

/** The same outside components. */
export function blurIsWished(): boolean {
  return localStorage.getItem(blurKey) === 'true';
}
