import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import { concat, type Bytes } from './bytes.ts';
import { metadataOf, splitFrame } from './frame-layout.ts';
import { keyIdOf } from './key-id.ts';
import { ReplayWindow } from './replay-window.ts';
import { deriveSFrameKey, open, readSealed, type SFrameKey } from './sframe.ts';

/**
 * Result of opening a frame. `missing-key`: its key has not arrived. `forged`: authentication failed, or the frame is not encrypted. `replayed`:
 * received before, or too old to tell.
 */
export type Opened = { readonly frame: Bytes } | { readonly refusal: Refusal };
export type Refusal = 'missing-key' | 'forged' | 'replayed';

interface Held {
  readonly pageKeyId: string;
  readonly epoch: number;
  readonly key: SFrameKey;
  /** Outlives the transforms: frames played before a reconnection must not be replayed after it. */
  readonly windows: Map<MediaSource, ReplayWindow>;
}

/** Frames of the previous epoch may still be in transit when the next one begins; frames of older epochs are not. */
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

  /** Adds a key. Idempotent: a key that arrives again keeps its replay windows. */
  async add(pageKeyId: string, epoch: number, secret: Bytes): Promise<void> {
    const key = await deriveSFrameKey(secret, keyIdOf(pageKeyId, epoch), 'decrypt');
    if (this.has(pageKeyId, epoch)) return;
    this.#held.set(key.keyId, { pageKeyId, epoch, key, windows: new Map() });
    const newest = Math.max(...this.#of(pageKeyId).map((held) => held.epoch));
    for (const held of this.#of(pageKeyId)) {
      if (held.epoch <= newest - epochsKept) this.#held.delete(held.key.keyId);
    }
  }

  /** Deletes the keys of every other page. */
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
    // Only genuine frames advance the window, and a copy may have been opened concurrently.
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
