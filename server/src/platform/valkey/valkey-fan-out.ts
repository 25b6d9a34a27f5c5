import { z } from 'zod';
import { timeouts } from '../config/timeouts.ts';
import type { Logger } from '../logging/logger.ts';
import { Echo } from '../realtime/echo.ts';
import type { FanOut, FanOutHealth, FanOutListener, SealedMessage } from '../realtime/fan-out.ts';
import type { Valkey } from './valkey.ts';

/** How often a server that failed is asked again on a connection that still is open. */
const retryMilliseconds = 1_000;

const envelope = z.object({ from: z.string(), messages: z.array(z.tuple([z.string(), z.base64()])) });

interface Options {
  valkey: Valkey;
  /** Of this process. */
  id: string;
  /** Informs the processes that a message did not reach, and all while the server is unreachable. */
  fallback: FanOut;
  log: Logger;
}

/**
 * Publish and subscribe of Valkey. The sealed messages come along, so that other processes need not ask the database. The server stores nothing: what
 * it loses is read as rows.
 */
export class ValkeyFanOut implements FanOut {
  readonly #valkey: Valkey;
  readonly #id: string;
  readonly #fallback: FanOut;
  readonly #log: Logger;
  readonly #channel: string;
  readonly #ownChannel: string;
  readonly #echo = new Echo(timeouts['processes.heartbeat']);
  #listener: FanOutListener | null = null;
  /** True from an echo until something fails. */
  #works = false;
  /** True from a warning until an echo: of what follows from one failure, only the first is logged. */
  #warned = false;
  #closed = false;
  #retry: NodeJS.Timeout | undefined;

  constructor({ valkey, id, fallback, log }: Options) {
    this.#valkey = valkey;
    this.#id = id;
    this.#fallback = fallback;
    this.#log = log;
    this.#channel = valkey.name('processes');
    this.#ownChannel = valkey.name(`process ${id}`);
  }

  open(listener: FanOutListener): void {
    this.#listener = listener;
    this.#fallback.open(listener);
    const { subscriber, commands } = this.#valkey;
    subscriber.on('message', (channel: string, text: string) =>
      channel === this.#ownChannel ? this.#returned() : this.#received(text),
    );
    subscriber.on('ready', () => void this.#subscribe());
    commands.on('ready', () => void this.#prove());
    for (const client of [subscriber, commands]) {
      client.on('error', (error: unknown) => this.#failed(reasonOf(error)));
      client.on('close', () => this.#failed('connection closed'));
    }
    if (subscriber.status === 'ready') void this.#subscribe();
  }

  async #subscribe(): Promise<void> {
    this.#echo.reset();
    try {
      await this.#valkey.subscriber.subscribe(this.#channel, this.#ownChannel);
    } catch (error) {
      return this.#failed(reasonOf(error));
    }
    await this.#prove();
  }

  send(seal: () => readonly SealedMessage[], others: number): void {
    const fallBack = () => this.#fallback.send(seal, others);
    if (!this.#works) return fallBack();
    const messages = seal().map(({ id, sealed }) => [id, sealed.toString('base64')]);
    this.#valkey.commands.publish(this.#channel, JSON.stringify({ from: this.#id, messages })).then(
      // This process is one of those reached. Others may have no connection, or not this setting.
      (reached) => reached > others || fallBack(),
      (error: unknown) => {
        this.#failed(reasonOf(error));
        fallBack();
      },
    );
  }

  #received(text: string): void {
    const read = envelope.safeParse(parsed(text));
    if (!read.success || read.data.from === this.#id) return;
    const messages = read.data.messages.map(([id, sealed]) => ({ id, sealed: Buffer.from(sealed, 'base64') }));
    this.#listener?.onMessages(messages);
  }

  async prove(): Promise<void> {
    if (this.#echo.isLate) {
      this.#failed('no answer');
      this.#valkey.reconnect();
    } else await this.#prove();
    await this.#fallback.prove();
  }

  async #prove(): Promise<void> {
    // While it connects, nothing has failed yet.
    if (this.#valkey.commands.status !== 'ready') return;
    this.#echo.request();
    await this.#valkey.commands.publish(this.#ownChannel, '').catch((error: unknown) => this.#failed(reasonOf(error)));
  }

  #returned(): void {
    this.#echo.return();
    if (this.#works || this.#closed) return;
    this.#works = true;
    this.#warned = false;
    clearInterval(this.#retry);
    this.#log.info('valkey informs the other processes of changes');
    // Of what came before, some may be missing.
    this.#listener?.onStored();
  }

  #failed(reason: string): void {
    if (this.#closed) return;
    if (!this.#warned) this.#log.warn({ reason }, 'valkey is unreachable, changes go through the database');
    this.#warned = true;
    if (!this.#works) return;
    this.#works = false;
    clearInterval(this.#retry);
    this.#retry = setInterval(() => void this.#prove(), retryMilliseconds).unref();
    this.#listener?.onStored();
  }

  get health(): FanOutHealth {
    return { deaf: this.#fallback.health.deaf, degraded: !this.#works, echoSeconds: this.#echo.seconds };
  }

  close(): void {
    this.#closed = true;
    clearInterval(this.#retry);
    this.#fallback.close();
  }
}

/** Returns what names a failure without the address of the server: the system’s code, else the message, never the command, which may be a login. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : error.message;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
