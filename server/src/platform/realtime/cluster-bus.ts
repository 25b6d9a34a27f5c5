import pg from 'pg';
import { z } from 'zod';
import { recordChanged } from '@yunzhen/shared/core/record-socket.schemas';
import { timeouts } from '../config/timeouts.ts';
import type { Logger } from '../logging/logger.ts';
import { newId } from '../ids.ts';

const channel = 'yunzhen_processes';
/** Seconds after which a process without a heartbeat no longer counts. */
export const silentProcessSeconds = timeouts['processes.silentAfter'] / 1000;
/** And is forgotten, with what it kept, after so long. */
const forgottenSeconds = 60;
const comeBackMilliseconds = 1_000;
/** Postgres takes messages below 8,000 bytes. */
const maxRooms = 100;

const messageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('changed'), rooms: z.array(z.string()), change: recordChanged }),
  z.strictObject({
    kind: z.literal('session-ended'),
    sessionId: z.string(),
    reason: z.enum(['signed-out', 'reused']),
  }),
  z.strictObject({ kind: z.literal('session-dropped'), sessionId: z.string() }),
  /** Somebody new is on the line. */
  z.strictObject({ kind: z.literal('here') }),
]);
const envelopeSchema = z.strictObject({ from: z.uuid(), message: messageSchema });
export type BusMessage = z.output<typeof messageSchema>;

export interface BusListener {
  /** Of another process. */
  onMessage(messageSchema: BusMessage): void;
  /** The line was broken, so that words of others may have been missed. */
  onGap(): void;
  /** This process was taken for dead, and what it had said of itself is forgotten. */
  onForgotten(): void;
}

/**
 * The line between the api processes of an installation, over `LISTEN` and `NOTIFY` of their common database: what one of them has to
 * tell pages, the others tell theirs. A process that is alone says nothing. Needs a connection that stays its own (no pooler that hands
 * them on by transaction).
 */
export class ClusterBus {
  /** Of this start of this process. */
  readonly id = newId();
  readonly #url: string;
  readonly #log: Logger;
  #client: pg.Client | null = null;
  #listener: BusListener | null = null;
  #others = false;
  #known = false;
  #closed = false;
  /** Something may have been missed since the line last stood. */
  #gap = false;
  /** What is said and asked goes one after the other over the one connection. */
  #turn: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
  }

  /** Resolves when the first try has come to an end: a database that can’t be reached is tried again, and does not stop the start. */
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
    client.on('notification', ({ payload }) => this.#receive(payload ?? ''));
    client.on('error', (error) => this.#log.debug({ err: error }, 'line between api processes failed'));
    client.on('end', () => this.#lost(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${channel}`);
      this.#client = client;
      await this.#heartbeat();
      await this.#send(client, { kind: 'here' });
      if (this.#gap) this.#listener?.onGap();
      this.#gap = false;
    } catch (error) {
      this.#log.warn({ err: error }, 'line between api processes is down, and tried again');
      this.#client = null;
      await client.end().catch(() => undefined);
      this.#reconnect();
    }
  }

  #lost(client: pg.Client): void {
    if (this.#client !== client) return;
    this.#client = null;
    this.#reconnect();
  }

  #reconnect(): void {
    this.#gap = true;
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
    const rows = await this.#query<{ fresh: boolean; others: boolean }>(
      client,
      `WITH silent AS (DELETE FROM api_process WHERE id <> $1 AND beat_at < now() - interval '${forgottenSeconds} seconds')
       INSERT INTO api_process AS p (id, beat_at) VALUES ($1, now()) ON CONFLICT (id) DO UPDATE SET beat_at = now()
       RETURNING OLD.id IS NULL AS fresh, EXISTS (SELECT 1 FROM api_process o WHERE o.id <> $1
         AND o.beat_at > now() - interval '${silentProcessSeconds} seconds') AS others`,
      [this.id],
    );
    const [row] = rows;
    this.#others = row?.others === true;
    if (row?.fresh && this.#known) this.#listener?.onForgotten();
    this.#known = true;
    this.#schedule(timeouts['processes.heartbeat'], () =>
      this.#heartbeat().catch((error: unknown) => {
        this.#log.warn({ err: error }, 'this api process could not say that it lives');
        // Its end brings a new one.
        void client.end().catch(() => undefined);
      }),
    );
  }

  /** Tells the other processes, if there are any. What can’t be sent is made up for when the line comes back: pages look at everything anew. */
  publish(messageSchema: BusMessage): void {
    const client = this.#client;
    if (!client || !this.#others) return;
    for (const part of partsOf(messageSchema))
      this.#send(client, part).catch((error: unknown) => {
        this.#log.warn({ err: error }, 'other api processes could not be told');
        void client.end().catch(() => undefined);
      });
  }

  async #send(client: pg.Client, messageSchema: BusMessage): Promise<void> {
    await this.#query(client, 'SELECT pg_notify($1, $2)', [
      channel,
      JSON.stringify({ from: this.id, message: messageSchema }),
    ]);
  }

  async #query<Row extends pg.QueryResultRow>(client: pg.Client, sql: string, values: string[]): Promise<Row[]> {
    const answer = this.#turn.then(() => client.query<Row>(sql, values));
    this.#turn = answer.catch(() => undefined);
    return (await answer).rows;
  }

  #receive(payload: string): void {
    const parsed = envelopeSchema.safeParse(parse(payload));
    // What another release says and this one does not know is no reason to fail.
    if (!parsed.success || parsed.data.from === this.id) return;
    this.#others = true;
    if (parsed.data.message.kind !== 'here') this.#listener?.onMessage(parsed.data.message);
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

function partsOf(messageSchema: BusMessage): BusMessage[] {
  if (messageSchema.kind !== 'changed') return [messageSchema];
  const parts: BusMessage[] = [];
  for (let from = 0; from < messageSchema.rooms.length; from += maxRooms)
    parts.push({ ...messageSchema, rooms: messageSchema.rooms.slice(from, from + maxRooms) });
  return parts;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
