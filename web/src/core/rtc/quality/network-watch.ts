import { Emitter } from '../session/emitter.ts';

type NetworkEvents = {
  online: [];
  offline: [];
  /** The kind of network changed, or the machine slept: the address has probably changed. */
  changed: [];
  /** The page became visible again. */
  visible: [];
};

/** The browser’s network state and page visibility: hints that speed up recovery, never proof. */
export interface NetworkPort {
  readonly online: boolean;
  on(name: keyof NetworkEvents, listener: () => void): () => void;
  close(): void;
}

/** Network Information API, where the browser has it; `type` exists on phones only. */
type Connection = EventTarget & { readonly type?: string };

export interface ClockReading {
  /** Date.now(): continues while the machine sleeps. */
  readonly wall: number;
  /** performance.now(): stops while the machine sleeps, on most systems. */
  readonly monotonic: number;
  readonly visible: boolean;
}

const tickEveryMs = 1000;
/** Clock corrections are smaller, and a shorter sleep breaks nothing. */
const sleptMs = 3000;
/** The browser never throttles timers of a visible page for this long. */
const frozenMs = 8000;

/**
 * Returns whether the machine slept or the page was frozen between two readings. Timers of a hidden page may be a minute apart without sleep, so
 * there only clock drift counts.
 */
export function hasSlept(before: ClockReading, now: ClockReading): boolean {
  const drift = now.wall - before.wall - (now.monotonic - before.monotonic);
  const frozen = before.visible && now.visible && now.monotonic - before.monotonic > frozenMs;
  return drift > sleptMs || frozen;
}

export class NetworkWatch extends Emitter<NetworkEvents> implements NetworkPort {
  readonly #aborted = new AbortController();
  readonly #timer: ReturnType<typeof setInterval>;
  #reading = read();

  constructor() {
    super();
    const { signal } = this.#aborted;
    window.addEventListener('online', () => this.emit('online'), { signal });
    window.addEventListener('offline', () => this.emit('offline'), { signal });
    document.addEventListener('visibilitychange', () => this.#handleVisibility(), { signal });
    this.#watchConnection(signal);
    this.#timer = setInterval(() => this.#tick(), tickEveryMs);
  }

  get online(): boolean {
    return navigator.onLine;
  }

  close(): void {
    clearInterval(this.#timer);
    this.#aborted.abort();
    this.removeAllListeners();
  }

  #watchConnection(signal: AbortSignal): void {
    const { connection } = navigator as { connection?: Connection };
    let type = connection?.type;
    connection?.addEventListener(
      'change',
      () => {
        // The event also fires when only the speed estimate changes.
        const changed = connection.type !== type && connection.type !== 'none';
        type = connection.type;
        if (changed) this.emit('changed');
      },
      { signal },
    );
  }

  #handleVisibility(): void {
    this.#tick();
    if (document.visibilityState === 'visible') this.emit('visible');
  }

  #tick(): void {
    const before = this.#reading;
    this.#reading = read();
    if (hasSlept(before, this.#reading)) this.emit('changed');
  }
}

function read(): ClockReading {
  return { wall: Date.now(), monotonic: performance.now(), visible: document.visibilityState === 'visible' };
}
