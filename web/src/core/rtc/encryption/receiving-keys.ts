import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import { concat, type Bytes } from './bytes.ts';
import { metadataOf, splitFrame } from './frame-layout.ts';
import { keyIdOf } from './key-id.ts';
import { ReplayWindow } from './replay-window.ts';
import { deriveSFrameKey, open, readSealed, type SFrameKey } from './sframe.ts';

/**
 * What became of a frame. `missing-key`: sealed under a key that has not come (yet). `forged`: not what the sender sealed, or
 * not sealed at all. `replayed`: had before, or too old to tell.
 */
export type Opened = { readonly frame: Bytes } | { readonly refusal: Refusal };
export type Refusal = 'missing-key' | 'forged' | 'replayed';

interface Held {
  readonly pageKeyId: string;
  readonly epoch: number;
  readonly key: SFrameKey;
  /** Outlive the transforms: what was played before a reconnection must not be played again after it. */
  readonly windows: Map<MediaSource, ReplayWindow>;
}

/** Frames of the epoch before may still be on the way when the next one begins; of the one before that, none. */
const epochsKept = 2;

/** The media keys of one other participant. */
export class ReceivingKeys {
  readonly #held = new Map<number, Held>();

  has(pageKeyId: string, epoch: number): boolean {
    return [...this.#held.values()].some((held) => held.pageKeyId === pageKeyId && held.epoch === epoch);
  }

  hasAnyOf(pageKeyId: string): boolean {
    return [...this.#held.values()].some((held) => held.pageKeyId === pageKeyId);
  }

  /** Idempotent: a key that is handed over again keeps its replay windows. */
  async add(pageKeyId: string, epoch: number, secret: Bytes): Promise<void> {
    const key = await deriveSFrameKey(secret, keyIdOf(pageKeyId, epoch), 'decrypt');
    if (this.has(pageKeyId, epoch)) return;
    this.#held.set(key.keyId, { pageKeyId, epoch, key, windows: new Map() });
    const newest = Math.max(...this.#of(pageKeyId).map((held) => held.epoch));
    for (const held of this.#of(pageKeyId)) {
      if (held.epoch <= newest - epochsKept) this.#held.delete(held.key.keyId);
    }
  }

  /** Forgets the keys of every page but this one. */
  keepOnly(pageKeyId: string): void {
    for (const [keyId, held] of this.#held) if (held.pageKeyId !== pageKeyId) this.#held.delete(keyId);
  }

  async open(source: MediaSource, frame: Bytes): Promise<Opened> {
    const parts = splitFrame(source, frame);
    const sealed = parts && readSealed(parts.rest);
    if (!sealed) return { refusal: 'forged' };
    const held = this.#held.get(sealed.keyId);
    if (!held) return { refusal: 'missing-key' };
    const window = windowOf(held, source);
    if (!window.isFresh(sealed.counter)) return { refusal: 'replayed' };
    const opened = await open(held.key, sealed, metadataOf(source, parts.clear));
    if (!opened) return { refusal: 'forged' };
    // Only what is genuine moves the window, and a copy may have been opened at the same time.
    if (!window.take(sealed.counter)) return { refusal: 'replayed' };
    return { frame: concat(parts.clear, opened) };
  }

  #of(pageKeyId: string): Held[] {
    return [...this.#held.values()].filter((held) => held.pageKeyId === pageKeyId);
  }
}

function windowOf(held: Held, source: MediaSource): ReplayWindow {
  const window = held.windows.get(source) ?? new ReplayWindow();
  held.windows.set(source, window);
  return window;
}
