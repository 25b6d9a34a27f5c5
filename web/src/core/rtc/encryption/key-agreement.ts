import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import type { CallKey, CodePart, WrappedKey } from '@yunzhen/shared/calls/keys.contract';
import { fromBase64Url, toBase64Url, type Bytes } from './bytes.ts';
import { CodeRounds, type CodeProgress } from './code-rounds.ts';
import { createPageKey, unwrapKey, wrapKey, type WrapContext } from './key-wrap.ts';
import { ReceivingKeys, type Opened } from './receiving-keys.ts';
import { SendingKeys, type MediaKey } from './sending-keys.ts';

/** Identity of this page in the call. Each stay has a new `pageKeyId`. */
export interface Self {
  readonly visitId: string;
  readonly participantId: string;
  readonly pageKeyId: string;
}

/** All keys of the call that the API stores. */
export interface KnownKeys {
  readonly keys: readonly CallKey[];
  readonly wrapped: readonly WrappedKey[];
}

export interface Agreement {
  /** Wrapped keys to post for the other pages. */
  readonly toPost: readonly Omit<WrappedKey, 'from'>[];
  /** Epoch of the keys in `toPost`. */
  readonly epoch: number;
  /** No remaining page needs time to fetch the new key: it can be used as soon as it is posted. */
  readonly atOnce: boolean;
  /** Another page of this participant has replaced this one. */
  readonly replaced: boolean;
  /** This page key has used all its epochs: a new one is needed. */
  readonly exhausted: boolean;
  /** Other participants whose media key has not arrived yet. */
  readonly missing: readonly string[];
  /** Post it before `toPost`: a page that sends a media key without a commitment counts as an older version. */
  readonly codePart: CodePart | null;
  readonly codeStatus: CodeProgress['status'] | 'older-page';
  readonly safetyCode: string | null;
}

interface Page {
  readonly self: Self;
  readonly own: CryptoKey;
  readonly point: Bytes;
  readonly sending: SendingKeys;
  readonly code: CodeRounds;
  /** Page keys that have received the newest media key. */
  holders: Set<string>;
  /** Page keys that have received the media key before it. */
  holdersBefore: Set<string>;
}

/**
 * All keys of one page in one call. It runs in the worker: private keys and media keys leave it only wrapped.
 * Calls of `learn` must not overlap; frames may pass at any time.
 */
export class KeyAgreement {
  readonly #receiving = new Map<string, ReceivingKeys>();
  #page: Page | undefined;

  /** Starts a stay with new keys; returns the public key, base64url. */
  async begin(self: Self): Promise<string> {
    const { pair, point } = await createPageKey();
    this.#page = {
      self,
      own: pair.privateKey,
      point,
      sending: new SendingKeys(self.pageKeyId),
      code: new CodeRounds(self.visitId),
      holders: new Set(),
      holdersBefore: new Set(),
    };
    return toBase64Url(point);
  }

  /**
   * Processes the API’s keys, in any order and repeatedly, and returns what to post.
   * Creates a new media key when a page joins or a page that has the current key leaves: new pages cannot read earlier media, former ones no later
   * media.
   */
  async learn({ keys, wrapped }: KnownKeys): Promise<Agreement> {
    const page = this.#require();
    const { self } = page;
    const others = keys.filter(({ participantId }) => participantId !== self.participantId);
    this.#forgetAllBut(others);
    for (const key of wrapped) await this.#take(page, key, others);
    const media = this.#mediaKeyFor(page, others);
    const toPost = media ? await this.#wrapFor(page, media, others) : [];
    const code = await this.#advanceCode(page, keys, others);
    return {
      toPost,
      epoch: media?.epoch ?? 0,
      atOnce: !page.sending.active || !others.some(({ id }) => page.holdersBefore.has(id)),
      replaced: !keys.some(({ id }) => id === self.pageKeyId),
      exhausted: media === null,
      missing: others
        .filter(({ id, participantId }) => !this.#receiving.get(participantId)?.hasAnyOf(id))
        .map(({ participantId }) => participantId),
      codePart: code.toPost,
      codeStatus: code.status === 'agreeing' && this.#isOlder(others) ? 'older-page' : code.status,
      safetyCode: code.code,
    };
  }

  /** Records that the API has accepted the wrapped keys of an epoch for these pages. */
  posted(epoch: number, to: readonly string[]): void {
    const page = this.#require();
    if (page.sending.newest?.epoch !== epoch) return;
    for (const id of to) page.holders.add(id);
  }

  /** Sends under the newest key from now on. */
  async activate(epoch: number): Promise<void> {
    const { sending } = this.#require();
    if (sending.newest?.epoch === epoch) await sending.activate(sending.newest);
  }

  async seal(source: MediaSource, frame: Bytes): Promise<Bytes | null> {
    return (await this.#page?.sending.seal(source, frame)) ?? null;
  }

  async open(participantId: string, source: MediaSource, frame: Bytes): Promise<Opened> {
    return (await this.#receiving.get(participantId)?.open(source, frame)) ?? { refusal: 'missing-key' };
  }

  #require(): Page {
    if (!this.#page) throw new Error('key agreement has not started');
    return this.#page;
  }

  #advanceCode({ self, point, code }: Page, keys: KnownKeys['keys'], others: KnownKeys['keys']): Promise<CodeProgress> {
    const { pageKeyId: id, participantId } = self;
    const part = keys.find((key) => key.id === id)?.part ?? null;
    return code.advance({ id, participantId, publicKey: toBase64Url(point), part }, others);
  }

  #isOlder(others: readonly CallKey[]): boolean {
    return others.some(
      ({ id, participantId, part }) => part === null && this.#receiving.get(participantId)?.hasAnyOf(id),
    );
  }

  #forgetAllBut(others: readonly CallKey[]): void {
    for (const [participantId, keys] of this.#receiving) {
      const current = others.find((other) => other.participantId === participantId);
      if (current) keys.keepOnly(current.id);
      else this.#receiving.delete(participantId);
    }
  }

  async #take(page: Page, { from, to, epoch, wrapped }: WrappedKey, others: readonly CallKey[]): Promise<void> {
    const sender = others.find(({ id }) => id === from);
    if (!sender || to !== page.self.pageKeyId) return;
    const receiving = this.#receiving.get(sender.participantId) ?? new ReceivingKeys();
    if (receiving.has(from, epoch)) return;
    const senderPoint = fromBase64Url(sender.publicKey);
    const context = contextOf(page, { from, to, epoch, fromPoint: senderPoint, toPoint: page.point });
    const secret = await unwrapKey(page.own, senderPoint, context, wrapped);
    if (!secret) return;
    await receiving.add(from, epoch, secret);
    this.#receiving.set(sender.participantId, receiving);
  }

  /** Returns the newest media key, or a new one when the pages differ from its holders. Null when all epochs are used. */
  #mediaKeyFor(page: Page, others: readonly CallKey[]): MediaKey | null {
    const { newest } = page.sending;
    const { holders } = page;
    const isSame = holders.size === 0 || (holders.size === others.length && others.every(({ id }) => holders.has(id)));
    if (newest && isSame) return newest;
    const renewed = page.sending.renew();
    if (renewed) {
      page.holdersBefore = holders;
      page.holders = new Set();
    }
    return renewed;
  }

  async #wrapFor(page: Page, { epoch, secret }: MediaKey, others: readonly CallKey[]): Promise<Agreement['toPost']> {
    const from = page.self.pageKeyId;
    const waiting = others.filter(({ id }) => !page.holders.has(id));
    const wrapped = await Promise.all(
      waiting.map(async ({ id: to, publicKey }) => {
        const toPoint = fromBase64Url(publicKey);
        const context = contextOf(page, { from, to, epoch, fromPoint: page.point, toPoint });
        return { to, epoch, wrapped: await wrapKey(page.own, toPoint, context, secret) };
      }),
    );
    return wrapped;
  }
}

function contextOf({ self }: Page, pair: Omit<WrapContext, 'visitId'>): WrapContext {
  return { visitId: self.visitId, ...pair };
}
