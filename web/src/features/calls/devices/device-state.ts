/** Current result of the device check before a visit. */
export type DeviceState = 'works' | 'sound-only' | 'unchecked';
