import { Emitter } from '../session/emitter.ts';

/**
 * Why a screen is not shared. `cancelled`: the user closed the browser’s dialog, which is no error; `denied-by-system`: the operating system blocks
 * the browser; `failed`: anything else.
 */
export type ScreenTrouble = 'cancelled' | 'denied-by-system' | 'failed';

type ScreenEvents = { change: [track: MediaStreamTrack | null] };

/** The used part of `navigator.mediaDevices`; undefined on insecure pages and on phones. */
export type ScreenPort = Pick<MediaDevices, 'getDisplayMedia'> | undefined;

/** Text must be readable: edges matter more than motion. */
const hint = 'detail';
const constraints = {
  video: { frameRate: { ideal: 15, max: 30 }, width: { max: 2560 }, height: { max: 1600 } },
  // The machine’s own sound would return as an echo of the other side.
  audio: false,
  // Sharing this page would show an endless picture in itself.
  selfBrowserSurface: 'exclude',
  surfaceSwitching: 'include',
} as DisplayMediaStreamOptions;

/** The user’s own screen, window or tab while it is shared. It ends by `stop`, by the browser’s own bar, or by `close`. */
export class ScreenCapture extends Emitter<ScreenEvents> {
  readonly #port: ScreenPort;
  #track: MediaStreamTrack | null = null;
  #closed = false;

  constructor(port: ScreenPort = browserScreens()) {
    super();
    this.#port = port;
  }

  /** Whether this browser can share a screen; most phones cannot. */
  get supported(): boolean {
    return this.#port !== undefined;
  }

  get track(): MediaStreamTrack | null {
    return this.#track;
  }

  /** Prompts the user for what to share; call it from a user gesture. Resolves with the reason when nothing is shared, else null. */
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

  /** Stops for good, including what the user chooses afterwards. Idempotent. */
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

/** Derives the reason from an error of getDisplayMedia (Screen Capture §5.1; the message patterns are Chromium’s). */
export function screenTroubleOf(error: unknown): ScreenTrouble {
  const { name, message } = error instanceof Error || error instanceof DOMException ? error : { name: '', message: '' };
  if (name === 'NotAllowedError') return /system/i.test(message) ? 'denied-by-system' : 'cancelled';
  return name === 'AbortError' ? 'cancelled' : 'failed';
}

function browserScreens(): ScreenPort {
  const { mediaDevices } = navigator as { mediaDevices?: MediaDevices };
  return mediaDevices && 'getDisplayMedia' in mediaDevices ? mediaDevices : undefined;
}
