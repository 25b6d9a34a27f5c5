import type { MakeDarkTrack } from './own-sources.ts';

/** Small, with the aspect ratio of a camera picture. */
const width = 320;
const height = 180;

let silence: AudioContext | undefined;

/**
 * Creates a black picture or silence that costs nothing to send: the canvas produces one frame, the audio context is suspended. It opens no device,
 * so no camera light turns on.
 */
export const makeDarkTrack: MakeDarkTrack = (kind) => {
  const [track] = (kind === 'video' ? blackness() : stillness()).getTracks();
  if (!track) throw new Error('browser created a stream without a track');
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
