import { makeDarkTrack } from './dark-track.ts';
import { drawPerson, drawnSize, appearances } from './drawn-person.ts';

const framesPerSecond = 10;

/** Returns a stream of the devices that exist, with a drawn track for each missing kind. Throws `error` when none is missing. */
export async function withMissingDrawn(
  devices: MediaDevices,
  wanted: MediaStreamConstraints,
  {
    error,
    onDrawn,
    draw = drawnTrack,
  }: { error: unknown; onDrawn: (track: MediaStreamTrack) => void; draw?: typeof drawnTrack },
): Promise<MediaStream> {
  const present = await devices.enumerateDevices();
  const has = (kind: 'audio' | 'video') => present.some((device) => device.kind === `${kind}input`);
  const missing = (['audio', 'video'] as const).filter((kind) => wanted[kind] && !has(kind));
  if (missing.length === 0) throw error;
  const rest = { audio: has('audio') && wanted.audio, video: has('video') && wanted.video };
  const stream = rest.audio || rest.video ? await devices.getUserMedia(rest) : new MediaStream();
  for (const kind of missing) {
    const track = draw(kind);
    onDrawn(track);
    stream.addTrack(track);
  }
  return stream;
}

/** Returns a track of a drawn person who moves, or of silence. The doctor’s demo window shows a white coat. */
function drawnTrack(kind: 'audio' | 'video'): MediaStreamTrack {
  if (kind === 'audio') return makeDarkTrack('audio');
  const canvas = document.createElement('canvas');
  Object.assign(canvas, drawnSize);
  const paint = canvas.getContext('2d');
  const [track] = canvas.captureStream(framesPerSecond).getTracks();
  if (!paint || !track) throw new Error('browser cannot draw a picture');
  const appearance = location.hostname.startsWith('doctor') ? appearances.doctor : appearances.other;
  const began = Date.now();
  const draw = () => drawPerson(paint, (Date.now() - began) / 1000, appearance);
  draw();
  const timer = setInterval(() => {
    // Stopping a track raises no event.
    if (track.readyState === 'ended') clearInterval(timer);
    else draw();
  }, 1000 / framesPerSecond);
  return track;
}
