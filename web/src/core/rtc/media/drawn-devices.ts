interface DrawnMedia {
  withMissingDrawn: typeof import('./drawn-media.ts').withMissingDrawn;
}

const drawn = new WeakSet<MediaStreamTrack>();

/** Returns whether a track was drawn because there was no device. */
export const isDrawn = (track: MediaStreamTrack | null): boolean => track !== null && drawn.has(track);

/**
 * Replaces a missing camera with a drawn person and a missing microphone with silence, so that a demo runs on any machine. Devices that exist, are
 * denied or busy are left as they are.
 *
 * @param load fetches the drawing, which most pages never need
 */
export function withDrawnDevices(
  devices: MediaDevices,
  load: () => Promise<DrawnMedia> = () => import('./drawn-media.ts'),
): MediaDevices {
  async function getUserMedia(wanted: MediaStreamConstraints = {}): Promise<MediaStream> {
    try {
      return await devices.getUserMedia(wanted);
    } catch (error) {
      if ((error as { name?: unknown }).name !== 'NotFoundError') throw error;
      const { withMissingDrawn } = await load();
      return withMissingDrawn(devices, wanted, { error, onDrawn: (track) => void drawn.add(track) });
    }
  }
  return new Proxy(devices, {
    get(target, key) {
      if (key === 'getUserMedia') return getUserMedia;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
