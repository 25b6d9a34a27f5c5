import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from '../logging/logger.ts';
import type { Envelope } from './envelope.ts';
import { Replication, toUnixMs } from './replication.ts';
import { dropSlot, makeSlot, slotOfChain } from './slot.ts';
import type { BackupStore } from './backup-store.ts';
import { walKey } from './wal-archive.ts';
import { readLsn, segmentName, segmentStart, writeLsn } from './wal-position.ts';

/** How often the log is stored; together with the time to store, the most that a lost machine loses. */
const shipMs = 2_000;
/** Delay before a failed store or lost connection is retried. */
const pauseMs = 2_000;
/** The server answers each confirmation: a connection without an answer for this long is dead. */
const silentMs = 30_000;

interface Deps {
  /** A role with REPLICATION. */
  url: string;
  store: BackupStore;
  envelope: Envelope;
  log: Logger;
  /** Called with the time up to which everything is stored. */
  current: (at: Date) => void;
  /** Called with the reason when storing fails; null when it works again. */
  trouble: (reason: string | null) => void;
  /** Called when the log continues after a gap: only a new backup can be restored to later times. */
  newChain: (chain: string) => void;
}

/**
 * Archives the write-ahead log as the server writes it, by the streaming replication protocol. A replication slot retains unconfirmed log, so nothing
 * is lost while the store is full or unreachable, up to `max_slot_wal_keep_size`. The server rejects a second shipper.
 */
export class WalShipper {
  readonly #deps: Deps;
  readonly #ended = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(deps: Deps) {
    this.#deps = deps;
  }

  start(): void {
    this.#running = this.#keepShipping();
  }

  async stop(): Promise<void> {
    this.#ended.abort();
    await this.#running;
  }

  async #keepShipping(): Promise<void> {
    const { signal } = this.#ended;
    while (!signal.aborted) {
      try {
        await this.#ship();
      } catch (error) {
        if (signal.aborted) return;
        this.#deps.trouble(reasonOf(error));
        this.#deps.log.error({ err: error }, 'write-ahead log archiving failed, trying again');
      }
      await delay(pauseMs, undefined, { signal }).catch(() => undefined);
    }
  }

  async #ship(): Promise<void> {
    const { url, log } = this.#deps;
    const { signal } = this.#ended;
    const replication = await Replication.open(url);
    try {
      const { chain, from } = await this.#chain(replication);
      const about = await describe(replication);
      const start = segmentStart(from, about.segmentBytes);
      const stream = new WalStream(this.#deps, { ...about, chain, start, replication });
      const streaming = replication.copy(
        `START_REPLICATION SLOT yunzhen_wal_${chain} PHYSICAL ${writeLsn(start)} TIMELINE ${about.timeline}`,
        (message) => stream.take(message),
      );
      log.info({ chain, from: writeLsn(start) }, 'write-ahead log archiving started');
      await Promise.race([streaming, stream.run(signal)]);
    } finally {
      replication.close();
    }
  }

  /** Continues at the slot’s position; without a slot, or when its log was lost, starts a new chain. */
  async #chain(replication: Replication): Promise<{ chain: string; from: bigint }> {
    const known = await slotOfChain(replication);
    if (known?.restartLsn && !known.isLost) return { chain: known.chain, from: readLsn(known.restartLsn) };
    if (known) {
      this.#deps.log.error(
        { chain: known.chain },
        'archived write-ahead log has a gap: the server has already removed the missing part',
      );
      await dropSlot(replication, known);
    }
    const chain = randomBytes(4).toString('hex');
    await makeSlot(replication, chain);
    this.#deps.newChain(chain);
    const made = await slotOfChain(replication);
    return { chain, from: readLsn(made?.restartLsn ?? '0/0') };
  }
}

async function describe(replication: Replication): Promise<{ timeline: number; segmentBytes: number }> {
  const [system] = await replication.query<{ timeline: string }>('IDENTIFY_SYSTEM');
  const [row] = await replication.query<{ bytes: number }>(
    `SELECT setting::int AS bytes FROM pg_settings WHERE name = 'wal_segment_size'`,
  );
  return { timeline: Number(system?.timeline), segmentBytes: row?.bytes ?? 0 };
}

interface Source {
  chain: string;
  timeline: number;
  segmentBytes: number;
  start: bigint;
  replication: Replication;
}

/** The log of one connection, from its first byte. Messages: `w` contains log, `k` is a keepalive that may request an answer. */
class WalStream {
  readonly #deps: Deps;
  readonly #source: Source;
  /** The segment that is being received. */
  #segment: Buffer;
  #received: bigint;
  #stored: bigint;
  #sentAt = 0;
  #heardAt = performance.now();
  /** Data beyond the segment, received while it is stored. */
  #ahead: Buffer[] = [];
  #pieces: string[] = [];

  constructor(deps: Deps, source: Source) {
    this.#deps = deps;
    this.#source = source;
    this.#segment = Buffer.alloc(source.segmentBytes);
    this.#received = source.start;
    this.#stored = source.start;
  }

  /** Returns false when the segment is full, to pause reading until it is stored. */
  take(message: Buffer): boolean {
    this.#heardAt = performance.now();
    if (message[0] === 0x77) {
      this.#sentAt = toUnixMs(message.readBigInt64BE(17));
      this.#ahead.push(message.subarray(25));
      this.#fill();
    } else if (message[0] === 0x6b) {
      this.#sentAt = toUnixMs(message.readBigInt64BE(9));
      if (message[17] === 1) this.#source.replication.confirm(this.#stored);
    }
    return this.#ahead.length === 0;
  }

  /** Moves received data into the segment, up to its size. */
  #fill(): void {
    for (let [next] = this.#ahead; next; [next] = this.#ahead) {
      const at = this.#offset(this.#received);
      // Full and not stored yet: the next byte belongs to another segment.
      if (at === 0 && this.#received > this.#segmentStart) return;
      const taken = next.copy(this.#segment, at);
      this.#received += BigInt(taken);
      if (taken < next.length) this.#ahead[0] = next.subarray(taken);
      else this.#ahead.shift();
    }
  }

  /** The start of the segment in memory, including a full one until it is stored. */
  get #segmentStart(): bigint {
    return segmentStart(this.#stored, this.#source.segmentBytes);
  }

  #offset(lsn: bigint): number {
    return Number(lsn % BigInt(this.#source.segmentBytes));
  }

  /** Stores received data every two seconds and whenever a segment is full. Throws when the store fails. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#storeReceived();
      if (this.#ahead.length === 0) await delay(shipMs, undefined, { signal }).catch(() => undefined);
      if (performance.now() - this.#heardAt > silentMs) throw new Error('database does not answer');
    }
    await this.#storeReceived();
  }

  async #storeReceived(): Promise<void> {
    const { replication } = this.#source;
    const isBehind = this.#ahead.length > 0;
    // Data sent before this moment is stored after it.
    const upTo = this.#sentAt;
    await this.#store();
    replication.confirm(this.#stored);
    this.#fill();
    if (this.#ahead.length === 0) replication.resume();
    this.#deps.trouble(null);
    if (!isBehind && upTo > 0) this.#deps.current(new Date(upTo));
  }

  async #store(): Promise<void> {
    const { chain, timeline, segmentBytes } = this.#source;
    const { store, envelope } = this.#deps;
    const [start, received, at] = [this.#segmentStart, this.#received, this.#sentAt];
    if (received === this.#stored) return;
    const segment = segmentName(timeline, start, segmentBytes);
    const isWhole = received - start === BigInt(segmentBytes);
    const from = isWhole ? 0 : this.#offset(this.#stored);
    const to = Number(received - start);
    const key = walKey(chain, { segment, from, to, at });
    await store.put(key, await envelope.sealBytes(this.#segment.subarray(from, to)));
    this.#stored = received;
    if (!isWhole) return void this.#pieces.push(key);
    this.#segment = Buffer.alloc(segmentBytes);
    for (const piece of this.#pieces.splice(0)) await store.remove(piece).catch(() => undefined);
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as { code?: string; message: string };
  return code ? `${code}: ${message}` : message;
}
