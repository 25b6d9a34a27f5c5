import { Emitter } from '../session/emitter.ts';

/**
 * Why a screen is not shared. `cancelled`: the person closed the browser’s question, which is no trouble at all;
 * `denied-by-system`: the operating system keeps screens from the browser; `failed`: anything else.
 */
export type ScreenTrouble = 'cancelled' | 'denied-by-system' | 'failed';

type ScreenEvents = { change: [track: MediaStreamTrack | null] };

/** The part of `navigator.mediaDevices` that is used; undefined on insecure pages and on phones. */
export type ScreenPort = Pick<MediaDevices, 'getDisplayMedia'> | undefined;

/** Text has to be read: its edges matter more than its motion. */
const hint = 'detail';
const constraints = {
  video: { frameRate: { ideal: 15, max: 30 }, width: { max: 2560 }, height: { max: 1600 } },
  // What the machine plays would come back as an echo of the other side.
  audio: false,
  // This page in a picture of itself helps nobody.
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
} as DisplayMediaStreamOptions;

/** One’s own screen, window or tab while it is shown to others. It ends by `stop`, by the browser’s own bar, or by `close`. */
export class ScreenCapture extends Emitter<ScreenEvents> {
  readonly #port: ScreenPort;
  #track: MediaStreamTrack | null = null;
  #closed = false;

  constructor(port: ScreenPort = browserScreens()) {
    super();
    this.#port = port;
  }

  /** Whether this browser can share a screen at all; most phones can’t. */
  get supported(): boolean {
    return this.#port !== undefined;
  }

  get track(): MediaStreamTrack | null {
    return this.#track;
  }

  /** Asks the person what to share. To be called from a press. Resolves with the reason when nothing is shared, else null. */
  async start(): Promise<ScreenTrouble | null> {
    if (!this.#port || this.#closed) return 'failed';
    try {
      const stream = await this.#port.getDisplayMedia(constraints);
      const [track] = stream.getVideoTracks();
      if (!track) return 'failed';
      if (this.#closed) {
        track.stop();
        return 'cancelled';
      }
      track.contentHint = hint;
      track.addEventListener('ended', () => this.#track === track && this.#set(null));
      this.#set(track);
      return null;
    } catch (error) {
      return screenTroubleOf(error);
    }
  }

  stop(): void {
    if (this.#track) this.#set(null);
  }

  /** Stops for good; also what the person chooses only afterwards. Idempotent. */
  close(): void {
    this.#closed = true;
    this.stop();
    this.removeAllListeners();
  }

  #set(track: MediaStreamTrack | null): void {
    const before = this.#track;
    this.#track = track;
    before?.stop();
    this.emit('change', track);
  }
}

/** Reads the reason out of what getDisplayMedia throws (Screen Capture §5.1; message words are Chromium’s). */
export function screenTroubleOf(error: unknown): ScreenTrouble {
  const { name, message } = error instanceof Error || error instanceof DOMException ? error : { name: '', message: '' };
  if (name === 'NotAllowedError') return /system/i.test(message) ? 'denied-by-system' : 'cancelled';
  return name === 'AbortError' ? 'cancelled' : 'failed';
}

function browserScreens(): ScreenPort {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  return mediaDevices && 'getDisplayMedia' in mediaDevices ? mediaDevices : undefined;
}
