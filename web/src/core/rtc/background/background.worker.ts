import { BlurError, type BlurInput, type BlurNotice, type BlurRequest } from './blur-messages.ts';
import { Compositor } from './compositor.ts';
import { PaceMeter } from './pace.ts';
import { Segmenter } from './segmenter.ts';

/** Worker that blurs the background, so that no camera frame is processed on the page’s main thread. One worker serves one camera track. */
declare class MediaStreamTrackProcessor {
  constructor(init: { track: MediaStreamTrack; maxBufferSize?: number });
  readonly readable: ReadableStream<VideoFrame>;
}
declare class VideoTrackGenerator {
  readonly track: MediaStreamTrack;
  readonly writable: WritableStream<VideoFrame>;
}
interface WorkerScope {
  onmessage: ((event: MessageEvent<BlurRequest>) => void) | null;
  postMessage(notice: BlurNotice, transfer?: Transferable[]): void;
  close(): void;
}

const scope = self as unknown as WorkerScope;

scope.onmessage = ({ data }) => {
  run(data).catch((error: unknown) => {
    const failure = error instanceof BlurError ? error.failure : 'unavailable';
    tell({ type: 'ended', failure });
    scope.close();
  });
};

/** Requests the next frame when this one is written: the browser buffers at most one frame and drops the others. Only blurred frames are written. */
async function run({ assets, input, limits }: BlurRequest): Promise<void> {
  let meter = new PaceMeter(limits);
  const { readable, writable, track } = open(input);
  const frames = readable.getReader();
  const writer = writable.getWriter();
  const compositor = new Compositor(await Segmenter.load(assets));
  let isTold = false;
  for (;;) {
    const { value: frame, done } = await frames.read();
    if (done) break;
    const began = performance.now();
    try {
      const canvas = await compositor.draw(frame);
      await writer.write(new VideoFrame(canvas, { timestamp: frame.timestamp, alpha: 'discard' }));
    } finally {
      frame.close();
    }
    const pace = meter.handleFrame(began, performance.now());
    if (pace) tell({ type: 'pace', pace });
    if (!isTold && pace && pace.frameMs <= limits.slowestFrameMs) {
      // Reports the start only once frames are known to come out in time.
      tell({ type: 'started', ...(track ? { track } : {}) }, track ? [track] : []);
      isTold = true;
    }
    // Before the start, one slow window shrinks the picture at once; after it, only a persistent slowdown does.
    if ((isTold ? meter.tooSlow : meter.slow) && compositor.shrink()) meter = new PaceMeter(limits);
    if (meter.tooSlow) {
      tell({ type: 'ended', failure: 'too-slow' });
      break;
    }
  }
  scope.close();
}

interface OpenInput {
  readonly readable: ReadableStream<VideoFrame>;
  readonly writable: WritableStream<VideoFrame>;
  readonly track?: MediaStreamTrack;
}

function open(input: BlurInput): OpenInput {
  if ('readable' in input) return input;
  if (typeof VideoTrackGenerator === 'undefined') throw new BlurError('unsupported');
  const { writable, track } = new VideoTrackGenerator();
  return { readable: new MediaStreamTrackProcessor({ track: input.track }).readable, writable, track };
}

function tell(notice: BlurNotice, transfer: readonly unknown[] = []): void {
  scope.postMessage(notice, transfer as Transferable[]);
}
