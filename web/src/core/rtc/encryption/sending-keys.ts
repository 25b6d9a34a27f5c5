import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import { concat, type Bytes } from './bytes.ts';
import { metadataOf, splitFrame } from './frame-layout.ts';
import { keyIdOf, lastEpoch } from './key-id.ts';
import { deriveSFrameKey, seal, type SFrameKey } from './sframe.ts';

export interface MediaKey {
  readonly epoch: number;
  /** The base key, for distribution. It never leaves the worker unwrapped. */
  readonly secret: Bytes;
}

interface Active {
  readonly epoch: number;
  readonly key: SFrameKey;
  /** Uses of the key, across all sources: a nonce must not repeat. */
  counter: number;
}

/** The media keys under which one page sends, one for each epoch. A new key is created first and used after the other pages had time to fetch it. */
export class SendingKeys {
  readonly #pageKeyId: string;
  #newest: MediaKey | undefined;
  #active: Active | undefined;

  constructor(pageKeyId: string) {
    this.#pageKeyId = pageKeyId;
  }

  /** The latest created key; undefined before the first. */
  get newest(): MediaKey | undefined {
    return this.#newest;
  }

  get active(): boolean {
    return this.#active !== undefined;
  }

  /** Creates the key of the next epoch. Returns null when this page key has used all its epochs. */
  renew(): MediaKey | null {
    const epoch = this.#newest ? this.#newest.epoch + 1 : 0;
    if (epoch > lastEpoch) return null;
    this.#newest = { epoch, secret: crypto.getRandomValues(new Uint8Array(32)) };
    return this.#newest;
  }

  /** Sends under this key from now on. Does nothing when a newer epoch is in use. */
  async activate({ epoch, secret }: MediaKey): Promise<void> {
    const key = await deriveSFrameKey(secret, keyIdOf(this.#pageKeyId, epoch), 'encrypt');
    if ((this.#active?.epoch ?? -1) < epoch) this.#active = { epoch, key, counter: 0 };
  }

  /** Encrypts a frame; returns null when nothing may be sent, mainly while there is no key. */
  async seal(source: MediaSource, frame: Bytes): Promise<Bytes | null> {
    const active = this.#active;
    const parts = splitFrame(source, frame);
    if (!active || !parts) return null;
    const counter = active.counter++;
    const metadata = metadataOf(source, parts.clear);
    return concat(parts.clear, await seal(active.key, counter, parts.rest, metadata));
  }
}
