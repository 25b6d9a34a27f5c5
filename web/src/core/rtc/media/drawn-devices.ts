type Kind = 'audio' | 'video';

interface DrawnMedia {
  drawnTrack: (kind: Kind) => MediaStreamTrack;
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
      const present = await devices.enumerateDevices();
      const has = (kind: Kind) => present.some((device) => device.kind === `${kind}input`);
      const missing = (['audio', 'video'] as const).filter((kind) => wanted[kind] && !has(kind));
      if (missing.length === 0) throw error;
      const rest = { audio: has('audio') && wanted.audio, video: has('video') && wanted.video };
      const stream = rest.audio || rest.video ? await devices.getUserMedia(rest) : new MediaStream();
      const { drawnTrack } = await load();
      for (const kind of missing) {
        const track = drawnTrack(kind);
        drawn.add(track);
        stream.addTrack(track);
      }
      return stream;
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
