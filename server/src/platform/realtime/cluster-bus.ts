import pg from 'pg';
import { reliableClockSeconds } from '../clock-watch.ts';
import { timeouts } from '../config/timeouts.ts';
import type { Logger } from '../logging/logger.ts';
import { newId } from '../ids.ts';
import { inSpan } from '../tracing/tracing.ts';
import type { FanOut, FanOutHealth, SealedMessage } from './fan-out.ts';
import { NotifyFanOut } from './notify-fan-out.ts';
import type { IdentifiedMessage, MessageSeal, PageMessage } from './page-message.ts';
import { keptMilliseconds, RecentMessages } from './recent-messages.ts';
import { SeenIds } from './seen-ids.ts';
import { isOtherHistory, nothingSeen, numbersSince, parseSnapshot, type Snapshot } from './snapshot.ts';

/** Seconds after which a process without a heartbeat no longer counts. */
export const silentProcessSeconds = timeouts['processes.silentAfter'] / 1000;
/** Seconds after which it is deleted, with its data. */
const forgottenSeconds = 60;
const comeBackMilliseconds = 1_000;
/** With every nth heartbeat, pages get the position up to which they received everything, and old messages are deleted. */
const coverEvery = 3;
/** Maximum messages outside transactions that wait for the connection. */
const MAX_UNSENT = 1_000;

export interface BusHealth extends FanOutHealth {
  /** True while heartbeats are stored. */
  isBeating: boolean;
}

/** Runs a statement: of a transaction, or of the bus itself. */
type Query = (sql: string, values: unknown[]) => Promise<unknown>;

/** What a process reports of itself with each heartbeat. */
export interface ProcessFacts {
  version: string;
  clockOffsetSeconds: number;
  diskFreeBytes: number | null;
  /** Whether it reads files in a bucket. */
  fileBucket: boolean;
}

export interface BusListener {
  /** Called with a message of another process. */
  onMessage(message: IdentifiedMessage): void;
  /** Called when messages of other processes may have been lost. */
  onGap(): void;
  /** Called when everything up to the position of `recent` was published. */
  onCovered(): void;
  /** Called when this process counted as dead and its stored data was deleted. */
  onForgotten(): void;
}

interface Row {
  now: number;
  snapshot: string;
  since: number;
  id: string | null;
  processId: string;
  at: number;
  xact: string;
  sealed: Buffer;
}

export interface BusOptions {
  url: string;
  seal: MessageSeal;
  log: Logger;
  facts: () => Promise<ProcessFacts>;
  /** Returns another way to inform processes, which may fall back to `NOTIFY`. */
  fanOut?: (notify: FanOut, processId: string) => FanOut;
}

/**
 * The bus between the api processes of an installation. Messages are rows, stored in the transaction that they report; the fan-out informs the other
 * processes, by default by `NOTIFY`, which only wakes them to read new rows.
 * Each also reads with every heartbeat, so nothing is lost when a writer dies before the notification. Needs a dedicated connection (no transaction
 * pooling).
 */
export class ClusterBus {
  /** Identifies this start of this process. */
  readonly id = newId();
  readonly recent = new RecentMessages();
  readonly #url: string;
  readonly #seal: MessageSeal;
  readonly #log: Logger;
  #client: pg.Client | null = null;
  #listener: BusListener | null = null;
  /** How many other processes run. */
  #others = 0;
  /** Whether one of them has a reliable clock. */
  #otherHasTime = false;
  #known = false;
  #beats = false;
  #closed = false;
  #heartbeats = 0;
  /** Messages of the transactions that the last read saw have been read. */
  #lastRead = nothingSeen;
  /** Messages that arrive by the fan-out are read as rows as well. */
  readonly #seen = new SeenIds();
  #unsent: IdentifiedMessage[] = [];
  #reading: Promise<void> | null = null;
  #nextReading: Promise<void> | null = null;
  /** Statements run one after the other on the one connection. */
  #turn: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #soon: NodeJS.Timeout | undefined;
  readonly #facts: () => Promise<ProcessFacts>;
  readonly #notify = new NotifyFanOut(this.id);
  readonly #fanOut: FanOut;

  constructor({ url, seal, log, facts, fanOut }: BusOptions) {
    this.#url = url;
    this.#seal = seal;
    this.#log = log;
    this.#facts = facts;
    this.#fanOut = fanOut?.(this.#notify, this.id) ?? this.#notify;
  }

  /** Resolves after the first attempt: an unreachable database is retried, and does not prevent the start. */
  async open(listener: BusListener): Promise<void> {
    this.#listener = listener;
    this.#fanOut.open({
      onMessages: (messages) => this.#deliver(messages),
      onStored: () => this.#woken(),
      onJoined: () => void this.#others++,
    });
    await this.#connect();
  }

  async #connect(): Promise<void> {
    if (this.#closed) return;
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'yunzhen-api-line',
      keepAlive: true,
      connectionTimeoutMillis: 5_000,
      query_timeout: 10_000,
    });
    client.on('error', (error) => this.#log.debug({ err: error }, 'bus connection failed'));
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      await this.#notify.attach({
        client,
        query: (sql, values) => this.#query(client, sql, values),
        fail: (error) => this.#fail(client, error),
      });
      this.#client = client;
      await this.#heartbeat();
      await this.#sendUnsent();
      await this.#notify.announce();
    } catch (error) {
      this.#beats = false;
      this.#log.warn({ err: error }, 'bus between api processes is down, retrying');
      this.#client = null;
      this.#notify.detach();
      await client.end().catch(() => undefined);
      this.#reconnect();
    }
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#beats = false;
    this.#client = null;
    this.#notify.detach();
    this.#reconnect();
  }

  #reconnect(): void {
    if (!this.#closed) this.#schedule(comeBackMilliseconds, () => this.#connect());
  }

  #schedule(milliseconds: number, work: () => Promise<void>): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void work(), milliseconds);
    this.#timer.unref();
  }

  async #heartbeat(): Promise<void> {
    const client = this.#client;
    if (!client || this.#closed) return;
    const { version, clockOffsetSeconds, diskFreeBytes, fileBucket } = await this.#facts();
    const { rows } = await this.#query<{ fresh: boolean; others: number; otherHasTime: boolean }>(
      client,
      `WITH silent AS (DELETE FROM api_process WHERE id <> $1 AND beat_at < now() - interval '${forgottenSeconds} seconds'),
         running AS (SELECT clock_offset_seconds FROM api_process
           WHERE id <> $1 AND beat_at > now() - interval '${silentProcessSeconds} seconds')
       INSERT INTO api_process AS p (id, beat_at, version, started_at, clock_offset_seconds, disk_free_bytes, file_bucket)
         VALUES ($1, now(), $2, now(), $3, $4, $5)
       ON CONFLICT (id) DO UPDATE SET beat_at = now(), clock_offset_seconds = $3, disk_free_bytes = $4
       RETURNING p.xmax = 0 AS fresh, (SELECT count(*)::int FROM running) AS others, EXISTS (SELECT FROM running
         WHERE abs(clock_offset_seconds) < ${reliableClockSeconds}) AS "otherHasTime"`,
      [this.id, version, clockOffsetSeconds, diskFreeBytes, fileBucket],
    );
    const [row] = rows;
    this.#beats = true;
    this.#others = row?.others ?? 0;
    this.#otherHasTime = row?.otherHasTime ?? false;
    if (row?.fresh && this.#known) this.#listener?.onForgotten();
    this.#known = true;
    await this.read();
    await this.#fanOut.prove();
    if (this.#heartbeats++ % coverEvery === 0) {
      await this.#query(client, `DELETE FROM page_message WHERE at < now() - $1 * interval '2 milliseconds'`, [
        keptMilliseconds,
      ]);
      this.#listener?.onCovered();
    }
    this.#schedule(timeouts['processes.heartbeat'], () =>
      this.#heartbeat().catch((error: unknown) => this.#fail(client, error)),
    );
  }

  /** How the bus is doing, for metrics. */
  get health(): BusHealth {
    return { isBeating: this.#beats, ...this.#fanOut.health };
  }

  /** True while heartbeats are stored, so the database accepts writes. */
  get isBeating(): boolean {
    return this.#beats;
  }

  /** How many processes run, this one included, as far as known. */
  get processes(): number {
    return this.#others + 1;
  }

  /** True while another running process has a reliable clock. False while that is unknown. */
  get otherHasTime(): boolean {
    return this.#beats && this.#otherHasTime;
  }

  /** Stores messages with a transaction’s statement; call `send` after its commit. */
  async store(query: Query, messages: readonly IdentifiedMessage[]): Promise<void> {
    await query(
      `INSERT INTO page_message (id, process_id, sealed)
       SELECT m.id, $1, m.sealed FROM unnest($2::uuid[], $3::bytea[]) AS m (id, sealed) ON CONFLICT (id) DO NOTHING`,
      [this.id, messages.map(({ id }) => id), messages.map((message) => this.#seal.seal(message))],
    );
  }

  /** Publishes messages outside a transaction. They wait for a connection, and are lost if this process ends first. */
  publish(messages: readonly PageMessage[]): IdentifiedMessage[] {
    const identified = messages.map((message) => ({ id: newId(), message }));
    this.#unsent.push(...identified);
    this.#unsent.splice(0, this.#unsent.length - MAX_UNSENT);
    const client = this.#client;
    if (client) void this.#sendUnsent().catch((error: unknown) => this.#fail(client, error));
    return identified;
  }

  async #sendUnsent(): Promise<void> {
    const client = this.#client;
    const sent = this.#unsent;
    if (!client || sent.length === 0) return;
    this.#unsent = [];
    try {
      await this.store((sql, values) => this.#query(client, sql, values), sent);
    } catch (error) {
      this.#unsent.unshift(...sent);
      throw error;
    }
    this.send(sent);
  }

  /** Informs the other processes, if there are any, of stored messages. */
  send(messages: readonly IdentifiedMessage[]): void {
    if (this.#others === 0 || messages.length === 0) return;
    const sealed = () => messages.map((message) => ({ id: message.id, sealed: this.#seal.seal(message) }));
    this.#fanOut.send(sealed, this.#others);
  }

  #woken(): void {
    const client = this.#client;
    if (!client) return;
    this.#others ||= 1;
    inSpan('bus read', { kind: 'consumer' }, () => this.read()).catch((error: unknown) => this.#fail(client, error));
  }

  /** Publishes messages of another process before they are read as rows. */
  #deliver(messages: readonly SealedMessage[]): void {
    for (const { id, sealed } of messages) {
      const message = this.#seal.open(id, sealed);
      if (message && this.#seen.add(id)) this.#listener?.onMessage({ id, message });
    }
    this.#readSoon();
  }

  #readSoon(): void {
    if (this.#soon || this.#closed) return;
    this.#soon = setTimeout(() => {
      this.#soon = undefined;
      this.#woken();
    }, timeouts['processes.readSoon']);
    this.#soon.unref();
  }

  /** Ends the connection; the next one reads what was missed. */
  #fail(client: pg.Client, error: unknown): void {
    this.#log.warn({ err: error }, 'bus connection failed, replacing it');
    void client.end().catch(() => undefined);
  }

  /** Reads everything committed before this call, and publishes messages of other processes. Rejects without a connection. */
  read(): Promise<void> {
    if (this.#nextReading) return this.#nextReading;
    if (!this.#reading) return this.#startReading();
    // A running read may have started too early; all calls until the next one begins share that.
    this.#nextReading = this.#reading.catch(() => undefined).then(() => this.#startReading());
    return this.#nextReading;
  }

  #startReading(): Promise<void> {
    this.#nextReading = null;
    this.#reading = this.#readRows().finally(() => (this.#reading = null));
    return this.#reading;
  }

  async #readRows(): Promise<void> {
    const client = this.#client;
    if (!client) throw new Error('bus is not connected');
    const last = this.#lastRead;
    const isFirst = last === nothingSeen;
    let found = await this.#rowsAfter(client, last);
    // What was seen is unknown: a message may have the number of a transaction that was lost.
    const isOther = !isFirst && isOtherHistory(last, found.seen);
    if (isOther) found = await this.#rowsAfter(client, nothingSeen);
    const { rows, now, seen } = found;
    // Otherwise rows were deleted in the meantime.
    const isGap = isOther || (!isFirst && now - this.recent.position.until > keptMilliseconds);
    if (isGap) this.recent.forget(now);
    for (const row of rows) if (row.id !== null) this.#take(row as Row & { id: string }, isFirst);
    this.#lastRead = seen;
    this.recent.complete(now, seen.xmin, seen.since);
    if (isGap) this.#listener?.onGap();
  }

  /** Reads the rows of transactions that a statement did not see. */
  async #rowsAfter(client: pg.Client, last: Snapshot): Promise<{ rows: Row[]; now: number; seen: Snapshot }> {
    const { rows } = await this.#query<Row>(
      client,
      `SELECT extract(epoch FROM statement_timestamp())::float8 * 1000 AS now, s.snapshot,
         extract(epoch FROM ${numbersSince})::float8 * 1000 AS since, m.id, m.process_id AS "processId",
         extract(epoch FROM m.at)::float8 * 1000 AS at, m.xact::text, m.sealed
       FROM (SELECT pg_current_snapshot()::text AS snapshot) s
       LEFT JOIN page_message m ON m.xact >= $1 OR m.xact = ANY ($2::bigint[]) ORDER BY m.at`,
      [String(last.xmax), last.running],
    );
    const [{ now, snapshot, since } = { now: 0, snapshot: '', since: 0 }] = rows;
    return { rows, now, seen: parseSnapshot(snapshot, since) };
  }

  #take({ id, processId, at, xact, sealed }: Row & { id: string }, isFirst: boolean): void {
    const message = this.#seal.open(id, sealed);
    if (!message) return;
    if (message.kind === 'changed') this.recent.add({ id, at, xact: BigInt(xact), ...message });
    // No page was connected before the first read.
    if (processId !== this.id && !isFirst && this.#seen.add(id)) this.#listener?.onMessage({ id, message });
  }

  async #query<Result extends pg.QueryResultRow>(
    client: pg.Client,
    sql: string,
    values: unknown[],
  ): Promise<pg.QueryResult<Result>> {
    const answer = this.#turn.then(() => client.query<Result>(sql, values));
    this.#turn = answer.catch(() => undefined);
    return answer;
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#soon);
    this.#fanOut.close();
    const client = this.#client;
    this.#client = null;
    if (!client) return;
    await this.#query(client, 'DELETE FROM api_process WHERE id = $1', [this.id]).catch(() => undefined);
    await client.end().catch(() => undefined);
  }
}
