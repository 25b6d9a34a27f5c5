import type { Page } from '@playwright/test';

/** What can be recognised in a call’s frames at the media node, between the two pages. */
export interface NodeView {
  pictures: number;
  /** Pictures that a VP8 decoder could decode. */
  decoded: number;
  /** The best similarity of a decoded picture to the camera’s: 1 is identical, 0 is unrelated. */
  likeness: number;
  sounds: number;
  /** The share of sound frames that start with one SFrame header (RFC 9605) whose counter increases per key. */
  sealedSounds: number;
}

declare global {
  interface Window {
    nodeView?: NodeView;
  }
}

/**
 * Makes this page, from its next load on, inspect each received frame as the media node forwarded it: a worker of the test replaces the page’s
 * transform and passes the frame on unchanged.
 */
export async function watchAsNode(page: Page): Promise<void> {
  // A file of the page’s own origin, because its policy allows no other worker.
  await page.route('**/node-view.js', (route) =>
    route.fulfill({
      contentType: 'text/javascript',
      body: `(${inWorker.toString()})()`,
      headers: { 'cross-origin-embedder-policy': 'require-corp' },
    }),
  );
  await page.addInitScript(observe);
}

export async function nodeView(page: Page): Promise<NodeView> {
  const view = await page.evaluate(() => window.nodeView);
  return view ?? { pictures: 0, decoded: 0, likeness: 0, sounds: 0, sealedSounds: 0 };
}

/** Runs in the page; refers to nothing outside itself. */
function observe(): void {
  const view: NodeView = { pictures: 0, decoded: 0, likeness: 0, sounds: 0, sealedSounds: 0 };
  window.nodeView = view;
  let sealed = 0;
  let truth: number[] | undefined;
  const observer = new Worker('/node-view.js');
  observer.onmessage = ({
    data,
  }: MessageEvent<{ picture?: number[]; seen?: 'picture'; sound?: { sealed: boolean } }>) => {
    if (data.seen) view.pictures += 1;
    if (data.sound) {
      view.sounds += 1;
      if (data.sound.sealed) sealed += 1;
      view.sealedSounds = sealed / view.sounds;
    }
    if (data.picture) {
      view.decoded += 1;
      if (truth) view.likeness = Math.max(view.likeness, correlation(truth, data.picture));
    }
  };

  const Script = (window as unknown as { RTCRtpScriptTransform: new (worker: Worker, options: object) => object })
    .RTCRtpScriptTransform;
  const watched = new WeakSet<object>();
  // Replaces every transform that the page gives a receiver.
  Object.assign(window, {
    RTCRtpScriptTransform: class {
      constructor(worker: Worker, options: { side?: string }) {
        return new Script(options.side === 'receive' ? observer : worker, options);
      }
    },
  });
  const Connection = window.RTCPeerConnection;
  window.RTCPeerConnection = class extends Connection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      this.addEventListener('track', ({ receiver, track }) => {
        if (watched.has(receiver)) return;
        watched.add(receiver);
        const options = { side: 'receive', source: track.kind === 'audio' ? 'microphone' : 'camera' };
        (receiver as unknown as { transform: object }).transform = new Script(observer, options);
      });
    }
  };

  // Every fake camera shows the same scene.
  void (async () => {
    const video = document.createElement('video');
    video.muted = true;
    video.srcObject = await navigator.mediaDevices.getUserMedia({ video: true });
    await video.play();
    const canvas = new OffscreenCanvas(32, 18);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    setInterval(() => {
      context?.drawImage(video, 0, 0, 32, 18);
      const pixels = context?.getImageData(0, 0, 32, 18).data ?? new Uint8ClampedArray();
      truth = Array.from({ length: 32 * 18 }, (_, at) => luma(pixels, at * 4));
    }, 100);
  })();

  function luma(pixels: Uint8ClampedArray, at: number): number {
    return 0.3 * (pixels[at] ?? 0) + 0.59 * (pixels[at + 1] ?? 0) + 0.11 * (pixels[at + 2] ?? 0);
  }

  function correlation(one: number[], other: number[]): number {
    const mean = (of: number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
    const [a, b] = [mean(one), mean(other)];
    let [both, first, second] = [0, 0, 0];
    for (const [at, value] of one.entries()) {
      const [x, y] = [value - a, (other[at] ?? 0) - b];
      both += x * y;
      first += x * x;
      second += y * y;
    }
    return first === 0 || second === 0 ? 0 : both / Math.sqrt(first * second);
  }
}

/** Runs in the worker; refers to nothing outside itself. */
function inWorker(): void {
  interface Frame {
    data: ArrayBuffer;
    timestamp: number;
  }
  interface Event {
    transformer: {
      readable: ReadableStream<Frame>;
      writable: WritableStream<Frame>;
      options: { source: string };
    };
  }
  const canvas = new OffscreenCanvas(32, 18);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  let decoder: VideoDecoder | undefined;
  let time = 0;
  /** The last counter under each key: it restarts with a new key of the sender. */
  const lastCounters = new Map<number, number>();
  const look = (frame: VideoFrame) => {
    context?.drawImage(frame, 0, 0, 32, 18);
    frame.close();
    const pixels = context?.getImageData(0, 0, 32, 18).data ?? new Uint8ClampedArray();
    const picture = Array.from(
      { length: 32 * 18 },
      (_, at) => 0.3 * (pixels[at * 4] ?? 0) + 0.59 * (pixels[at * 4 + 1] ?? 0) + 0.11 * (pixels[at * 4 + 2] ?? 0),
    );
    self.postMessage({ picture });
  };
  const decode = (data: Uint8Array) => {
    const isKey = ((data[0] ?? 1) & 1) === 0;
    self.postMessage({ seen: 'picture' });
    if (isKey && decoder?.state !== 'configured') {
      decoder = new VideoDecoder({ output: look, error: () => undefined });
      decoder.configure({ codec: 'vp8' });
    }
    if (decoder?.state !== 'configured') return;
    time += 33_000;
    try {
      decoder.decode(new EncodedVideoChunk({ type: isKey ? 'key' : 'delta', timestamp: time, data }));
    } catch {
      // Not even the header of a picture.
    }
  };
  /** Three bytes of key id, then a counter of one to four bytes. */
  const hear = (data: Uint8Array) => {
    const config = data[0] ?? 0;
    const counterLength = config & 8 ? (config & 7) + 1 : 0;
    const counter =
      counterLength === 0 ? config & 7 : data.subarray(4, 4 + counterLength).reduce((n, b) => n * 256 + b, 0);
    const keyId = ((data[1] ?? 0) << 16) | ((data[2] ?? 0) << 8) | (data[3] ?? 0);
    const sealed = config >> 4 === 0b1010 && counter > (lastCounters.get(keyId) ?? -1);
    if (sealed) lastCounters.set(keyId, counter);
    self.postMessage({ sound: { sealed } });
  };
  (self as unknown as { onrtctransform: (event: Event) => void }).onrtctransform = ({ transformer }) => {
    const { readable, writable, options } = transformer;
    const inspect = options.source === 'microphone' ? hear : decode;
    const transform = (frame: Frame, controller: TransformStreamDefaultController<Frame>) => {
      inspect(new Uint8Array(frame.data.slice(0)));
      controller.enqueue(frame);
    };
    void readable
      .pipeThrough(new TransformStream({ transform }))
      .pipeTo(writable)
      .catch(() => undefined);
  };
}
