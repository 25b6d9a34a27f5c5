import type { MediaSource } from '@yunzhen/shared/calls/call.contract';
import type { CallKey, CodePart } from '@yunzhen/shared/calls/keys.contract';
import { failureOf, type CallFailure } from '../session/call-failure.ts';
import { Emitter } from '../session/emitter.ts';
import { transformAttacher, type TransformAttacher } from './attach-transform.ts';
import { encryptionOff, type EncryptionFailure, type EncryptionState } from './encryption-state.ts';
import type { Agreement, KnownKeys } from './key-agreement.ts';
import type { KeyExchange } from './key-exchange.ts';
import type { MediaEncryption } from './media-encryption.ts';
import { goneAfterMs, Presence } from './presence.ts';
import { TamperWatch } from './tamper-watch.ts';
import { WorkerChannel, type WorkerPort } from './worker-channel.ts';
import type { TransformOptions, WorkerNotice } from './worker-messages.ts';

export interface CallEncryptionOptions {
  readonly visitId: string;
  /** Participant id of this page’s own account. */
  readonly participantId: string;
  readonly exchange: KeyExchange;
  /** Null where the browser does not support it. */
  readonly attacher?: TransformAttacher | null;
  readonly createWorker?: () => WorkerPort;
  /** A number in [0, 1). */
  readonly random?: () => number;
  /** Milliseconds since an arbitrary start. */
  readonly now?: () => number;
}

/** One stay: the time of one public key, from its publication until the page leaves the call or another page takes over. */
interface Stay {
  readonly pageKeyId: string;
  readonly publicKey: string;
  published: boolean;
}

/** Participants who continue to receive have this long to fetch a new key before it is used. */
const graceMs = 1000;
const askAgainMs = 2000;
const firstRetryMs = 500;
const longestRetryMs = 8000;
/** Temporary failures. Any other rejection by the API is final for this stay. */
const passing: readonly CallFailure[] = [
  'unreachable',
  'internal',
  'service.unavailable',
  'service.draining',
  'hospital.moving',
  'request.rate-limited',
  'auth.required',
  'auth.session-expired',
];

/**
 * Page side of end-to-end encryption. Transfers public and wrapped keys between the worker, which holds the keys, and the API, which relays them.
 * Attaches the worker to every sender and receiver. On any failure, nothing is sent in clear and nothing undecrypted is shown.
 */
export class CallEncryption extends Emitter<{ state: [EncryptionState] }> implements MediaEncryption {
  readonly #options: CallEncryptionOptions;
  readonly #attacher: TransformAttacher | null;
  readonly #presence = new Presence();
  readonly #tamper = new TamperWatch();
  readonly #unsubscribe: () => void;
  #worker: WorkerChannel | undefined;
  /** Increases with each stay, so that work of an earlier stay stops. */
  #period = 0;
  #running = false;
  #dirty = false;
  #wake: () => void = () => undefined;
  #lastMissing = 0;
  #lastAsked = -Infinity;
  #state = encryptionOff;
  #closed = false;

  constructor(options: CallEncryptionOptions) {
    super();
    this.#options = options;
    this.#attacher = options.attacher === undefined ? transformAttacher() : options.attacher;
    this.#unsubscribe = options.exchange.onChanged(() => this.#refresh());
  }

  get state(): EncryptionState {
    return this.#state;
  }

  get supported(): boolean {
    return this.#attacher !== null;
  }

  get connectionSettings(): Partial<RTCConfiguration> {
    return this.#attacher?.connectionSettings ?? {};
  }

  start(): void {
    if (this.#closed || this.#running) return;
    if (!this.supported) {
      this.#set({ status: 'failed', failure: 'unsupported' });
      return;
    }
    this.#running = true;
    this.#set({ status: 'starting', failure: null, safetyCode: null, codeStatus: 'none', missing: [] });
    void this.#stay(++this.#period);
  }

  sender(sender: RTCRtpSender, source: MediaSource): void {
    this.start();
    this.#attach(sender, { side: 'send', source });
  }

  receiver(receiver: RTCRtpReceiver, participantId: string, source: MediaSource): void {
    this.start();
    this.#attach(receiver, { side: 'receive', source, participantId });
  }

  /** Updates who is in the call, with or without this participant. A participant who has left does not get the next key. */
  handleParticipants(present: readonly { readonly participantId: string }[]): void {
    const self = this.#options.participantId;
    const ids = present.map(({ participantId }) => participantId).filter((id) => id !== self);
    const { came, left } = this.#presence.update(ids, this.#now());
    if (came) this.#refresh();
    if (left) setTimeout(() => this.#refresh(), goneAfterMs);
  }

  /** Ends the worker, and with it all media that passes through it. Final and idempotent. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.#period += 1;
    this.#unsubscribe();
    this.#worker?.close();
    this.#wake();
    this.removeAllListeners();
  }

  #now(): number {
    return (this.#options.now ?? (() => performance.now()))();
  }

  #attach(end: RTCRtpSender | RTCRtpReceiver, options: TransformOptions): void {
    // Throwing prevents the sender from being set up, which is better than sending in clear.
    if (!this.#attacher || this.#closed) throw new Error('encryption is not available');
    this.#attacher.attach(end, this.#open().worker as Worker, options);
  }

  #open(): WorkerChannel {
    if (this.#worker) return this.#worker;
    const worker = new WorkerChannel((this.#options.createWorker ?? createEncryptionWorker)());
    worker.on('notice', (notice) => this.#handleNotice(notice));
    worker.on('broken', () => this.#fail('broken'));
    this.#worker = worker;
    return worker;
  }

  /** Publishes a key and follows the keys of the other pages until the stay is over. */
  async #stay(period: number): Promise<void> {
    const { visitId, participantId } = this.#options;
    const pageKeyId = crypto.randomUUID();
    try {
      const publicKey = await this.#open().request('begin', { visitId, participantId, pageKeyId });
      const stay: Stay = { pageKeyId, publicKey, published: false };
      for (let failures = 0; period === this.#period;) {
        this.#dirty = false;
        try {
          if (await this.#step(stay, period)) failures = 0;
          else return;
        } catch (error) {
          const failure = failureOf(error);
          if (!passing.includes(failure)) throw error;
          failures += 1;
        }
        await this.#changed(failures);
      }
    } catch (error) {
      if (period === this.#period) this.#fail(failureOf(error) === 'call.replaced' ? 'replaced' : 'refused');
    }
  }

  /** Returns false when this stay is over. */
  async #step(stay: Stay, period: number): Promise<boolean> {
    const { exchange } = this.#options;
    const { pageKeyId, publicKey } = stay;
    if (!stay.published) {
      // The answer already lists the other pages, so this page can send them its key before their keys arrive.
      const keys = await exchange.publish(pageKeyId, publicKey);
      stay.published = true;
      if (!(await this.#agree(stay, { keys, wrapped: [] }, period))) return false;
    }
    return this.#agree(stay, await exchange.read(pageKeyId), period);
  }

  async #agree(stay: Stay, { keys, wrapped }: KnownKeys, period: number): Promise<boolean> {
    if (period !== this.#period) return false;
    const worker = this.#open();
    const agreement = await worker.request('learn', { keys: this.#presence.inCall(keys, this.#now()), wrapped });
    if (agreement.replaced) {
      this.#fail('replaced');
      return false;
    }
    if (agreement.exhausted) {
      void this.#stay(++this.#period);
      return false;
    }
    const { epoch, toPost, atOnce, codePart } = agreement;
    if (atOnce) await worker.request('activate', { epoch });
    this.#set({ missing: this.#missing(agreement.missing, keys) });
    if (codePart) await this.#postPart(stay, codePart);
    if (toPost.length > 0) {
      await this.#options.exchange.post(stay.pageKeyId, toPost);
      await worker.request('posted', { epoch, to: toPost.map(({ to }) => to) });
    }
    if (!atOnce) setTimeout(() => void worker.request('activate', { epoch }).catch(() => undefined), graceMs);
    this.#show(agreement);
    return period === this.#period;
  }

  /**
   * Posts the part of the safety code. Ignores a permanent rejection: an API of the previous version lacks the route, and the call continues without
   * a code.
   */
  async #postPart({ pageKeyId }: Stay, part: CodePart): Promise<void> {
    try {
      await this.#options.exchange.postPart(pageKeyId, part);
    } catch (error) {
      if (passing.includes(failureOf(error))) throw error;
    }
  }

  #show({ codeStatus, safetyCode }: Agreement): void {
    if (codeStatus === 'altered') {
      this.#set({ status: 'failed', failure: 'altered', safetyCode: null, codeStatus: 'none' });
      return;
    }
    const failure = this.#state.failure === 'altered' ? null : this.#state.failure;
    this.#set({ failure, safetyCode, codeStatus });
    if (failure === null) this.#set({ status: this.#state.missing.length === 0 ? 'on' : 'starting' });
  }

  /** Returns participants whose media key is missing, including those who have published no key at all. */
  #missing(unhanded: readonly string[], keys: readonly CallKey[]): string[] {
    const keyless = this.#presence.others.filter((id) => !keys.some(({ participantId }) => participantId === id));
    return [...new Set([...unhanded, ...keyless])];
  }

  #refresh(): void {
    this.#dirty = true;
    this.#wake();
  }

  /** Resolves when something has changed, or when it is time to retry. */
  #changed(failures: number): Promise<void> {
    if (this.#dirty && failures === 0) return Promise.resolve();
    return new Promise((resolve) => {
      const wait = Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs);
      const jitter = 0.5 + (this.#options.random ?? Math.random)() / 2;
      const timer = failures > 0 ? setTimeout(resolve, wait * jitter) : undefined;
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #handleNotice({ counts }: WorkerNotice): void {
    const sum = (of: 'missing-key' | 'forged' | 'replayed') => counts.reduce((total, each) => total + each[of], 0);
    const missing = sum('missing-key');
    // Frames arrive under a key that is unknown here: query the keys, in case the notification was lost.
    if (missing > this.#lastMissing && this.#now() - this.#lastAsked > askAgainMs) {
      this.#lastAsked = this.#now();
      this.#refresh();
    }
    this.#lastMissing = missing;
    const dropped = missing + sum('forged') + sum('replayed');
    const tampered = this.#tamper.observe(counts);
    const { failure } = this.#state;
    if (tampered && failure === null) this.#set({ dropped, status: 'failed', failure: 'tampered' });
    else if (!tampered && failure === 'tampered') this.#set({ dropped, status: 'on', failure: null });
    else this.#set({ dropped });
  }

  #fail(failure: EncryptionFailure): void {
    this.#period += 1;
    this.#running = false;
    if (failure === 'broken') {
      this.#worker?.close();
      this.#worker = undefined;
    }
    this.#set({ status: 'failed', failure });
  }

  #set(change: Partial<EncryptionState>): void {
    if (this.#closed) return;
    const before = JSON.stringify(this.#state);
    this.#state = { ...this.#state, ...change };
    if (JSON.stringify(this.#state) !== before) this.emit('state', this.#state);
  }
}

function createEncryptionWorker(): WorkerPort {
  return new Worker(new URL('./encryption.worker.ts', import.meta.url), { type: 'module' });
}
