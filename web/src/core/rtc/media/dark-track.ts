import type { MakeDarkTrack } from './own-sources.ts';

/** Small, and of the shape of a camera’s picture. */
const width = 320;
const height = 180;

let silence: AudioContext | undefined;

/**
 * A black picture or silence that costs nothing to send: the canvas gives one frame and then none, the audio context stands
 * still. No device is opened and no light goes on.
 */
export const makeDarkTrack: MakeDarkTrack = (kind) => {
  const [track] = (kind === 'video' ? blackness() : stillness()).getTracks();
  if (!track) throw new Error('the browser made a stream without a track');
  return track;
};

function blackness(): MediaStream {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.fillRect(0, 0, width, height);
  return canvas.captureStream(0);
}

function stillness(): MediaStream {
  silence ??= new AudioContext();
  void silence.suspend();
  return silence.createMediaStreamDestination().stream;
}
