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
