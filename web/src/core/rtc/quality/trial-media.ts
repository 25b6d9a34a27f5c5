const width = 640;
const height = 360;
const framesPerSecond = 24;
const blocks = 24;

export interface TrialMedia {
  readonly picture: MediaStreamTrack;
  readonly sound: MediaStreamTrack;
  stop(): void;
}

/**
 * Creates a picture as costly to encode as a moving face, and a low tone, for testing a connection. They are not shown or played, and no device is
 * opened.
 */
export function makeTrialMedia(): TrialMedia {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const pen = canvas.getContext('2d');
  const timer = setInterval(() => pen && draw(pen), 1000 / framesPerSecond);
  const [picture] = canvas.captureStream(framesPerSecond).getVideoTracks();

  const context = new AudioContext();
  const oscillator = context.createOscillator();
  oscillator.frequency.value = 330;
  const destination = context.createMediaStreamDestination();
  oscillator.connect(destination);
  oscillator.start();
  // A context created before a user gesture stays silent; silence is sent as well.
  void context.resume();
  const [sound] = destination.stream.getAudioTracks();
  if (!picture || !sound) throw new Error('browser created a stream without a track');
  return {
    picture,
    sound,
    stop: () => {
      clearInterval(timer);
      picture.stop();
      sound.stop();
      void context.close();
    },
  };
}

/** Draws random grey blocks in every frame, so that the encoder cannot reuse the previous one. */
function draw(pen: CanvasRenderingContext2D): void {
  const [blockWidth, blockHeight] = [width / blocks, height / blocks];
  for (let index = 0; index < blocks * blocks; index += 1) {
    pen.fillStyle = `hsl(0 0% ${Math.round(Math.random() * 100)}%)`;
    pen.fillRect((index % blocks) * blockWidth, Math.floor(index / blocks) * blockHeight, blockWidth, blockHeight);
  }
}
