/** The front or the back camera of a phone. */
export type Facing = 'user' | 'environment';

export type LocalSource = 'camera' | 'microphone';

/** Devices to open. An id that no longer exists falls back to the system’s default, except in an exact match. */
export interface DeviceChoice {
  readonly cameraId?: string | undefined;
  readonly microphoneId?: string | undefined;
  readonly facing?: Facing | undefined;
}

/** `exact`: this device or none. `ideal`: another one rather than none. */
export type DeviceMatch = 'ideal' | 'exact';

/** Returns constraints for speech, not music: the browser handles echo, noise and level; one channel is enough. */
export function microphoneConstraints(microphoneId?: string, match: DeviceMatch = 'ideal'): MediaTrackConstraints {
  return {
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    channelCount: { ideal: 1 },
    ...(microphoneId ? { deviceId: { [match]: microphoneId } } : {}),
  };
}

/** Requests 720p as an ideal, so that a camera with a smaller size is not rejected. The browser rotates the picture when a phone is upright. */
export function cameraConstraints(
  { cameraId, facing }: DeviceChoice,
  match: DeviceMatch = 'ideal',
): MediaTrackConstraints {
  return {
    width: { ideal: 1280, max: 1280 },
    height: { ideal: 720, max: 1280 },
    frameRate: { ideal: 30, max: 30 },
    ...(cameraId ? { deviceId: { [match]: cameraId } } : { facingMode: { ideal: facing ?? 'user' } }),
  };
}
