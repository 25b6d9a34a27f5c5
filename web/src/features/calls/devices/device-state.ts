/** What the check before a visit has found so far. */
export type DeviceState = 'works' | 'sound-only' | 'unchecked';
