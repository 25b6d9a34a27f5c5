import wrtc from '@roamhq/wrtc';

const { RTCAudioSource, RTCVideoSource } = wrtc.nonstandard;

const SAMPLE_RATE = 48_000;
const SAMPLES = SAMPLE_RATE / 100;
const [WIDTH, HEIGHT] = [160, 120];

export interface SyntheticTrack {
  track: MediaStreamTrack;
  stop: () => void;
}

/** Returns a tone of 440 Hz in pieces of 10 ms, as WebRTC expects them. */
export function toneTrack(): SyntheticTrack {
  const source = new RTCAudioSource();
  const samples = new Int16Array(SAMPLES);
  let at = 0;
  const timer = setInterval(() => {
    for (let i = 0; i < SAMPLES; i++) samples[i] = 8_000 * Math.sin((2 * Math.PI * 440 * at++) / SAMPLE_RATE);
    source.onData({ samples, sampleRate: SAMPLE_RATE, bitsPerSample: 16, channelCount: 1, numberOfFrames: SAMPLES });
  }, 10);
  return started(source.createTrack(), timer);
}

/** Returns moving stripes, which need about 30 kbit/s. */
export function stripesTrack(): SyntheticTrack {
  return pictureTrack((pixel, frame) => ((pixel + frame * 3) % WIDTH) + 40);
}

/** Returns a picture that cannot be compressed and uses all available bandwidth. */
export function noiseTrack(): SyntheticTrack {
  return pictureTrack(() => Math.random() * 255);
}

/** Returns a track of twenty frames a second, with each pixel's brightness from the function. */
function pictureTrack(brightness: (pixel: number, frame: number) => number): SyntheticTrack {
  const source = new RTCVideoSource();
  const data = new Uint8Array((WIDTH * HEIGHT * 3) / 2).fill(128);
  let frame = 0;
  const timer = setInterval(() => {
    frame += 1;
    for (let i = 0; i < WIDTH * HEIGHT; i++) data[i] = brightness(i, frame);
    source.onFrame({ width: WIDTH, height: HEIGHT, data });
  }, 50);
  return started(source.createTrack(), timer);
}

function started(track: MediaStreamTrack, timer: NodeJS.Timeout): SyntheticTrack {
  return {
    track,
    stop: () => {
      clearInterval(timer);
      track.stop();
    },
  };
}
