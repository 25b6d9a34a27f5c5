import type pg from 'pg';
import { timeouts } from '../config/timeouts.ts';
import { inChildSpan } from '../tracing/tracing.ts';
import { Echo } from './echo.ts';
import type { FanOut, FanOutHealth, FanOutListener } from './fan-out.ts';

const channel = 'yunzhen_processes';
/** Before the id of a process that has joined; to earlier releases it is any other notification. */
const joined = 'joined ';

/** The bus’s connection, on which statements run one after the other. */
export interface NotifyConnection {
  client: pg.Client;
  query(sql: string, values: unknown[]): Promise<unknown>;
  fail(error: unknown): void;
}

/** Postgres `NOTIFY`, on the connection of the bus. It contains no message: it wakes the other processes, which read new rows. */
export class NotifyFanOut implements FanOut {
  readonly #id: string;
  /** Behind transaction pooling `LISTEN` succeeds and hears nothing. */
  readonly #echo = new Echo(timeouts['processes.heartbeat']);
  #connection: NotifyConnection | null = null;
  #listener: FanOutListener | null = null;
  #waking = false;
  #wakeAgain = false;

  /** `id`: of this process. */
  constructor(id: string) {
    this.#id = id;
  }

  open(listener: FanOutListener): void {
    this.#listener = listener;
  }

  /** Listens on a new connection. */
  async attach(connection: NotifyConnection): Promise<void> {
    connection.client.on('notification', ({ channel: from, payload }) => {
      if (from !== channel) this.#echo.return();
      else this.#woken(payload);
    });
    await connection.client.query(`LISTEN ${channel}; LISTEN "${this.#ownChannel}"`);
    this.#echo.reset();
    this.#connection = connection;
  }

  #woken(payload: string | undefined): void {
    if (payload === this.#id || payload === this.#joined) return;
    if (payload?.startsWith(joined)) this.#listener?.onJoined();
    this.#listener?.onStored();
  }

  detach(): void {
    this.#connection = null;
  }

  /** A channel of this process alone, so that its proof of life wakes no other. */
  get #ownChannel(): string {
    return `${channel}_${this.#id}`;
  }

  /** Calls during a notification are combined into one. */
  send(): void {
    const connection = this.#connection;
    if (!connection) return;
    if (this.#waking) return void (this.#wakeAgain = true);
    this.#waking = true;
    this.#wakeAgain = false;
    this.#notify(channel, this.#id)
      .catch((error: unknown) => connection.fail(error))
      .finally(() => {
        this.#waking = false;
        if (this.#wakeAgain) this.send();
      });
  }

  /** Informs the other processes that this one has joined. */
  announce(): Promise<void> {
    return this.#notify(channel, this.#joined);
  }

  get #joined(): string {
    return `${joined}${this.#id}`;
  }

  async prove(): Promise<void> {
    this.#echo.request();
    await this.#notify(this.#ownChannel, '');
  }

  async #notify(to: string, payload: string): Promise<void> {
    await inChildSpan('bus notify', {}, async () => this.#connection?.query('SELECT pg_notify($1, $2)', [to, payload]));
  }

  get health(): FanOutHealth {
    return { deaf: this.#echo.isLate, degraded: false, echoSeconds: this.#echo.seconds };
  }

  close(): void {
    this.#connection = null;
  }
}
