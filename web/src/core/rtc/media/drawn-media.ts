import { makeDarkTrack } from './dark-track.ts';
import { drawPerson, drawnSize, looks } from './drawn-person.ts';

const framesPerSecond = 10;

/** Returns a track of a drawn person who moves, or of silence. The doctor’s demo window shows a white coat. */
export function drawnTrack(kind: 'audio' | 'video'): MediaStreamTrack {
  if (kind === 'audio') return makeDarkTrack('audio');
  const canvas = document.createElement('canvas');
  Object.assign(canvas, drawnSize);
  const paint = canvas.getContext('2d');
  const [track] = canvas.captureStream(framesPerSecond).getTracks();
  if (!paint || !track) throw new Error('browser cannot draw a picture');
  const look = location.hostname.startsWith('doctor') ? looks.doctor : looks.other;
  const began = Date.now();
  const draw = () => drawPerson(paint, (Date.now() - began) / 1000, look);
  draw();
  const timer = setInterval(() => {
    // Stopping a track raises no event.
    if (track.readyState === 'ended') clearInterval(timer);
    else draw();
  }, 1000 / framesPerSecond);
  return track;
}
