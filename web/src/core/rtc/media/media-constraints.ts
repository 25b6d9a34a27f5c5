/** The camera to the person, or the one on a phone’s back. */
export type Facing = 'user' | 'environment';

export type LocalSource = 'camera' | 'microphone';

/** Which devices to open. An id that is not there any more falls back to the system’s choice, except in an exact match. */
export interface DeviceChoice {
  readonly cameraId?: string | undefined;
  readonly microphoneId?: string | undefined;
  readonly facing?: Facing | undefined;
}

/** `exact`: this device or none. `ideal`: another one rather than none. */
export type DeviceMatch = 'ideal' | 'exact';

/** Speech, not music: echo, noise and level are the browser’s business; one channel is enough. */
export function microphoneConstraints(microphoneId?: string, match: DeviceMatch = 'ideal'): MediaTrackConstraints {
  return {
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    channelCount: { ideal: 1 },
    ...(microphoneId ? { deviceId: { [match]: microphoneId } } : {}),
  };
}

/**
 * 720p where the camera has it, never less than it can give: width and height are only wished for, so that a small camera
 * is not refused. The browser turns the picture itself when a phone is held upright.
 */
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
