import type { Socket } from 'node:net';
import pg from 'pg';
import type { Connection } from 'pg';
import { timeouts } from '../config/timeouts.ts';

type Row = (string | null)[];

interface Message {
  fields: (Buffer | string | null)[];
  chunk: Buffer;
}

/**
 * A connection with Postgres’s streaming replication protocol ("Streaming Replication Protocol" in its manual), as used by pg_basebackup and
 * pg_receivewal. Supports plain SQL without parameters too.
 */
export class Replication {
  readonly #client: pg.Client;
  /** Rejects when the connection is lost. */
  readonly lost: Promise<never>;

  private constructor(client: pg.Client) {
    this.#client = client;
    this.lost = new Promise((_, failed) => {
      client.once('error', failed);
      client.once('end', () => failed(new Error('connection to the database has ended')));
    });
    this.lost.catch(() => undefined);
  }

  static async open(url: string): Promise<Replication> {
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: timeouts['database.connect'],
      ...({ replication: 'database' } as object),
    });
    const replication = new Replication(client);
    await client.connect();
    return replication;
  }

  async query<Found extends Record<string, unknown>>(sql: string): Promise<Found[]> {
    return (await this.#client.query<Found>(sql)).rows;
  }

  /** Runs a command that returns rows and one COPY of many messages. `take` may return `false` to pause reading until `resume`. */
  copy(command: string, take: (chunk: Buffer) => boolean, rows: (row: Row) => void = () => undefined): Promise<void> {
    const done = new Promise<void>((resolve, reject) => {
      this.#client.query({
        submit: (connection: Connection) => connection.query(command),
        handleRowDescription: () => undefined,
        handleDataRow: ({ fields }: Message) => rows(fields.map((field) => field?.toString() ?? null)),
        // Copy the chunk, because the parser reuses its buffer.
        handleCopyData: ({ chunk }: Message) => {
          if (!take(Buffer.from(chunk))) this.#socket.pause();
        },
        handleCommandComplete: () => undefined,
        handleEmptyQuery: () => undefined,
        handlePortalSuspended: () => undefined,
        handleReadyForQuery: () => resolve(),
        handleError: (error: Error) => reject(error),
      } as unknown as pg.Submittable);
    });
    return Promise.race([done, this.lost]);
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Reports how much has been stored ("Standby status update"), and requests a keepalive. */
  confirm(stored: bigint): void {
    const status = Buffer.alloc(34);
    status.write('r');
    for (const at of [1, 9, 17]) status.writeBigUInt64BE(stored, at);
    status.writeBigInt64BE(BigInt(Date.now()) * 1000n - postgresEpochMicros, 25);
    status[33] = 1;
    const connection = this.#connection as unknown as { sendCopyFromChunk(chunk: Buffer): void };
    connection.sendCopyFromChunk(status);
  }

  /** Closes at once, aborting whatever runs. */
  close(): void {
    this.#client.end().catch(() => undefined);
    this.#socket.destroy();
  }

  get #connection(): Connection {
    return (this.#client as unknown as { connection: Connection }).connection;
  }

  get #socket(): Socket {
    return (this.#connection as unknown as { stream: Socket }).stream;
  }
}

/** Microseconds from 1970 to 2000, the Postgres epoch. */
const postgresEpochMicros = 946_684_800_000_000n;

/** Returns the time of a message in milliseconds since 1970. */
export const toUnixMs = (postgresMicros: bigint) => Number((postgresMicros + postgresEpochMicros) / 1000n);
