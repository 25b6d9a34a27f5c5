import type { Page } from '@playwright/test';

/**
 * Runs in the page before its own code: records the time of each click and of the first remote picture shown after it. A track is remote when it came
 * from an RTCRtpReceiver. The same for every compared page.
 */
function watchFirstFrame(): void {
  const remote = new WeakSet<MediaStreamTrack>();
  const track = Object.getOwnPropertyDescriptor(RTCRtpReceiver.prototype, 'track');
  Object.defineProperty(RTCRtpReceiver.prototype, 'track', {
    ...track,
    get(this: RTCRtpReceiver) {
      const found = track?.get?.call(this) as MediaStreamTrack;
      remote.add(found);
      return found;
    },
  });
  const connections = new Set<RTCPeerConnection>();
  window.RTCPeerConnection = class extends RTCPeerConnection {
    constructor(configuration?: RTCConfiguration) {
      super(configuration);
      connections.add(this);
    }
  };
  const connected = () => [...connections].filter(({ connectionState }) => connectionState === 'connected').length;
  Object.assign(window, { connectedTransports: connected });
  const state = { since: 0, frame: 0 };
  Object.assign(window, { firstFrame: state });
  const shows = (video: HTMLVideoElement) =>
    video.srcObject instanceof MediaStream && video.srcObject.getVideoTracks().some((each) => remote.has(each));
  const start = (since: number) => {
    Object.assign(state, { since, frame: 0 });
    const watched = new WeakMap<HTMLVideoElement, MediaProvider>();
    const look = () => {
      if (state.since !== since || state.frame) return;
      for (const video of document.querySelectorAll('video')) {
        if (!video.srcObject || watched.get(video) === video.srcObject || !shows(video)) continue;
        watched.set(video, video.srcObject);
        video.requestVideoFrameCallback((now) => {
          if (state.since === since && !state.frame) state.frame = performance.timeOrigin + now;
        });
      }
      requestAnimationFrame(look);
    };
    look();
  };
  Object.assign(window, { startFirstFrame: () => start(performance.timeOrigin + performance.now()) });
  addEventListener('click', (event) => start(performance.timeOrigin + event.timeStamp), { capture: true });
}

interface Watched {
  firstFrame: { since: number; frame: number };
  startFirstFrame: () => void;
  connectedTransports: () => number;
}

export async function watchFirstFrames(page: Page): Promise<void> {
  await page.addInitScript(watchFirstFrame);
}

/** Starts waiting for the first picture on a page without a click. */
export async function expectFirstFrame(page: Page): Promise<void> {
  await page.evaluate(() => (window as unknown as Watched).startFirstFrame());
}

/** Returns the time of the click and of the first remote picture after it, in milliseconds since 1970, which both pages share. */
export async function firstFrame(page: Page): Promise<{ since: number; frame: number }> {
  await page.waitForFunction(() => (window as unknown as Watched).firstFrame.frame > 0, undefined, {
    polling: 50,
    timeout: 30_000,
  });
  return page.evaluate(() => (window as unknown as Watched).firstFrame);
}

/** Resolves when the page has this number of connected transports. */
export async function transportsConnected(page: Page, count: number): Promise<void> {
  await page.waitForFunction((wanted) => (window as unknown as Watched).connectedTransports() >= wanted, count, {
    polling: 100,
    timeout: 30_000,
  });
}
