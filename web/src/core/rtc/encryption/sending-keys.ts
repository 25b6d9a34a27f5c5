import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import { concat, type Bytes } from './bytes.ts';
import { metadataOf, splitFrame } from './frame-layout.ts';
import { keyIdOf, lastEpoch } from './key-id.ts';
import { deriveSFrameKey, seal, type SFrameKey } from './sframe.ts';

export interface MediaKey {
  readonly epoch: number;
  /** The base key, for handing it to others. It never leaves the worker unwrapped. */
  readonly secret: Bytes;
}

interface Active {
  readonly epoch: number;
  readonly key: SFrameKey;
  /** Uses of the key, over all sources: a nonce must not come twice. */
  counter: number;
}

/**
 * The media keys that one page sends under, one epoch after the other. A new key is made first and used once those who
 * need it have had the time to fetch it.
 */
export class SendingKeys {
  readonly #pageKeyId: string;
  #newest: MediaKey | undefined;
  #active: Active | undefined;

  constructor(pageKeyId: string) {
    this.#pageKeyId = pageKeyId;
  }

  /** The last key that was made; undefined before the first. */
  get newest(): MediaKey | undefined {
    return this.#newest;
  }

  get active(): boolean {
    return this.#active !== undefined;
  }

  /** Makes the key of the next epoch. Null when this page key has had all its epochs. */
  renew(): MediaKey | null {
    const epoch = this.#newest ? this.#newest.epoch + 1 : 0;
    if (epoch > lastEpoch) return null;
    this.#newest = { epoch, secret: crypto.getRandomValues(new Uint8Array(32)) };
    return this.#newest;
  }

  /** Sends under this key from now on. Does nothing when a newer one is in use or was made meanwhile. */
  async activate({ epoch, secret }: MediaKey): Promise<void> {
    const key = await deriveSFrameKey(secret, keyIdOf(this.#pageKeyId, epoch), 'encrypt');
    if ((this.#active?.epoch ?? -1) < epoch) this.#active = { epoch, key, counter: 0 };
  }

  /** The frame as it may be sent; null when nothing may be sent, above all while there is no key. */
  async seal(source: MediaSource, frame: Bytes): Promise<Bytes | null> {
    const active = this.#active;
    const parts = splitFrame(source, frame);
    if (!active || !parts) return null;
    const counter = active.counter++;
    const metadata = metadataOf(source, parts.clear);
    return concat(parts.clear, await seal(active.key, counter, parts.rest, metadata));
  }
}
