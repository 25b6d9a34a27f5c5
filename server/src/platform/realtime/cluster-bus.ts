import pg from 'pg';
import { timeouts } from '../config/timeouts.ts';
import type { Logger } from '../logging/logger.ts';
import { newId } from '../ids.ts';
import { inChildSpan, inSpan } from '../tracing/tracing.ts';
import type { IdentifiedMessage, MessageSeal, PageMessage } from './page-message.ts';
import { keptMilliseconds, RecentMessages } from './recent-messages.ts';

const channel = 'yunzhen_processes';
/** Seconds after which a process without a heartbeat no longer counts. */
export const silentProcessSeconds = timeouts['processes.silentAfter'] / 1000;
/** Seconds after which it is deleted, with its data. */
const forgottenSeconds = 60;
const comeBackMilliseconds = 1_000;
/** With every nth heartbeat, pages get the position up to which they received everything, and old messages are deleted. */
const coverEvery = 3;
/** Maximum messages outside transactions that wait for the connection. */
const mostUnsent = 1_000;

/** An echo that takes longer will not come: behind transaction pooling `LISTEN` succeeds and hears nothing. */
const echoMilliseconds = timeouts['processes.heartbeat'];

export interface BusHealth {
  /** True while heartbeats are stored. */
  isBeating: boolean;
  /** True when the notification of a heartbeat did not come back. Pages then get changes of other processes at the next heartbeat only. */
  deaf: boolean;
  /** How long the last notification took to come back; null before the first. */
  echoSeconds: number | null;
}

/** Runs a statement: of a transaction, or of the bus itself. */
type Query = (sql: string, values: unknown[]) => Promise<unknown>;

/** What a process reports of itself with each heartbeat. */
export interface ProcessFacts {
  version: string;
  clockOffsetSeconds: number;
  diskFreeBytes: number | null;
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
  xmin: string;
  id: string | null;
  processId: string;
  at: number;
  xact: string;
  sealed: Buffer;
}

/**
 * The bus between the api processes of an installation. Messages are rows, stored in the transaction that they report; `NOTIFY` only wakes the other
 * processes, which read new rows.
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
  #others = false;
  #known = false;
  #beats = false;
  #closed = false;
  #heartbeats = 0;
  /** All messages of transactions below this one have been read. */
  #xmin = 0n;
  /** Messages of later transactions that were read already, by id. */
  #read = new Map<string, bigint>();
  #unsent: IdentifiedMessage[] = [];
  #waking = false;
  #wakeAgain = false;
  #reading: Promise<void> | null = null;
  #nextReading: Promise<void> | null = null;
  /** Statements run one after the other on the one connection. */
  #turn: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  /** When the notification was sent that has not come back. */
  #echoAskedAt: number | null = null;
  #echoSeconds: number | null = null;
  readonly #facts: () => Promise<ProcessFacts>;

  constructor(url: string, seal: MessageSeal, log: Logger, facts: () => Promise<ProcessFacts>) {
    this.#url = url;
    this.#seal = seal;
    this.#log = log;
    this.#facts = facts;
  }

  /** Resolves after the first attempt: an unreachable database is retried, and does not prevent the start. */
  async open(listener: BusListener): Promise<void> {
    this.#listener = listener;
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
    client.on('notification', (heard) => (heard.channel === channel ? this.#woken(heard.payload) : this.#heardEcho()));
    client.on('error', (error) => this.#log.debug({ err: error }, 'bus connection failed'));
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}; LISTEN "${this.#echo}"`);
      this.#echoAskedAt = null;
      this.#client = client;
      await this.#heartbeat();
      await this.#sendUnsent();
      await this.#notify(client);
    } catch (error) {
      this.#beats = false;
      this.#log.warn({ err: error }, 'bus between api processes is down, retrying');
      this.#client = null;
      await client.end().catch(() => undefined);
      this.#reconnect();
    }
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#beats = false;
    this.#client = null;
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
    const { version, clockOffsetSeconds, diskFreeBytes } = await this.#facts();
    const { rows } = await this.#query<{ fresh: boolean; others: boolean }>(
      client,
      `WITH silent AS (DELETE FROM api_process WHERE id <> $1 AND beat_at < now() - interval '${forgottenSeconds} seconds')
       INSERT INTO api_process AS p (id, beat_at, version, started_at, clock_offset_seconds, disk_free_bytes)
         VALUES ($1, now(), $2, now(), $3, $4)
       ON CONFLICT (id) DO UPDATE SET beat_at = now(), clock_offset_seconds = $3, disk_free_bytes = $4
       RETURNING p.xmax = 0 AS fresh, EXISTS (SELECT 1 FROM api_process o WHERE o.id <> $1
         AND o.beat_at > now() - interval '${silentProcessSeconds} seconds') AS others`,
      [this.id, version, clockOffsetSeconds, diskFreeBytes],
    );
    const [row] = rows;
    this.#beats = true;
    this.#others = row?.others === true;
    if (row?.fresh && this.#known) this.#listener?.onForgotten();
    this.#known = true;
    await this.read();
    await this.#askForEcho(client);
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

  /** A channel of this process alone, so that its proof of life wakes no other. */
  get #echo(): string {
    return `${channel}_${this.id}`;
  }

  async #askForEcho(client: pg.Client): Promise<void> {
    this.#echoAskedAt ??= performance.now();
    await this.#query(client, 'SELECT pg_notify($1, $2)', [this.#echo, '']);
  }

  #heardEcho(): void {
    if (this.#echoAskedAt !== null) this.#echoSeconds = (performance.now() - this.#echoAskedAt) / 1000;
    this.#echoAskedAt = null;
  }

  /** How the bus is doing, for metrics. */
  get health(): BusHealth {
    const deaf = this.#echoAskedAt !== null && performance.now() - this.#echoAskedAt > echoMilliseconds;
    return { isBeating: this.#beats, deaf, echoSeconds: this.#echoSeconds };
  }

  /** True while heartbeats are stored, so the database accepts writes. */
  get isBeating(): boolean {
    return this.#beats;
  }

  /** Stores messages with a transaction’s statement; call `wake` after its commit. */
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
    this.#unsent.splice(0, this.#unsent.length - mostUnsent);
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
    this.wake();
  }

  /** Wakes the other processes, if there are any. Calls during a notification are combined into one. */
  wake(): void {
    const client = this.#client;
    if (!client || !this.#others) return;
    if (this.#waking) return void (this.#wakeAgain = true);
    this.#waking = true;
    this.#wakeAgain = false;
    this.#notify(client)
      .catch((error: unknown) => this.#fail(client, error))
      .finally(() => {
        this.#waking = false;
        if (this.#wakeAgain) this.wake();
      });
  }

  async #notify(client: pg.Client): Promise<void> {
    await inChildSpan('bus notify', {}, () => this.#query(client, 'SELECT pg_notify($1, $2)', [channel, this.id]));
  }

  #woken(from: string | undefined): void {
    const client = this.#client;
    if (from === this.id || !client) return;
    this.#others = true;
    inSpan('bus read', { kind: 'consumer' }, () => this.read()).catch((error: unknown) => this.#fail(client, error));
  }

  /** Ends the connection; the next one reads what was missed. */
  #fail(client: pg.Client, error: unknown): void {
    this.#log.warn({ err: error }, 'bus connection failed, replacing it');
    void client.end().catch(() => undefined);
  }

  /** Reads everything committed before this call, and publishes messages of other processes. Rejects without a connection. */
  read(): Promise<void> {
    if (!this.#reading) return this.#startReading();
    // A running read may have started too early; all calls until it ends share the next one.
    this.#nextReading ??= this.#reading.catch(() => undefined).then(() => this.#startReading());
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
    const { rows } = await this.#query<Row>(
      client,
      `SELECT extract(epoch FROM statement_timestamp())::float8 * 1000 AS now, s.xmin::text, m.id, m.process_id AS "processId",
         extract(epoch FROM m.at)::float8 * 1000 AS at, m.xact::text, m.sealed
       FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xmin) s
       LEFT JOIN page_message m ON m.xact >= $1 ORDER BY m.at`,
      [String(this.#xmin)],
    );
    const [{ now, xmin } = { now: 0, xmin: '0' }] = rows;
    const isFirst = this.#xmin === 0n;
    // Rows were deleted in the meantime, or the database was restored.
    const isGap = !isFirst && (now - this.recent.position.until > keptMilliseconds || BigInt(xmin) < this.#xmin);
    if (isGap) this.recent.forget(now);
    for (const row of rows) if (row.id !== null) this.#take(row as Row & { id: string }, isFirst);
    this.#xmin = BigInt(xmin);
    this.recent.complete(now, this.#xmin);
    for (const [id, xact] of this.#read) if (xact < this.#xmin) this.#read.delete(id);
    if (isGap) this.#listener?.onGap();
  }

  #take({ id, processId, at, xact, sealed }: Row & { id: string }, isFirst: boolean): void {
    if (this.#read.has(id)) return;
    this.#read.set(id, BigInt(xact));
    const message = this.#seal.open(id, sealed);
    if (!message) return;
    if (message.kind === 'changed') this.recent.add({ id, at, xact: BigInt(xact), ...message });
    // No page was connected before the first read.
    if (processId !== this.id && !isFirst) this.#listener?.onMessage({ id, message });
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
    const client = this.#client;
    this.#client = null;
    if (!client) return;
    await this.#query(client, 'DELETE FROM api_process WHERE id = $1', [this.id]).catch(() => undefined);
    await client.end().catch(() => undefined);
  }
}
