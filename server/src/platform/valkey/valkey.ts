import { createHmac, hkdfSync } from 'node:crypto';
import type { Redis, RedisOptions } from 'iovalkey';
import type { Logger } from '../logging/logger.ts';

/** A command without an answer for this long counts as failed: what it is for has another way. */
const commandMilliseconds = 500;
const longestPauseMilliseconds = 1_000;

const options: RedisOptions = {
  connectTimeout: 2_000,
  commandTimeout: commandMilliseconds,
  disconnectTimeout: commandMilliseconds,
  keepAlive: 10_000,
  // Commands fail at once while there is no connection, and are not repeated after it.
  enableOfflineQueue: false,
  autoResendUnfulfilledCommands: false,
  autoResubscribe: false,
  retryStrategy: (attempt) => Math.min(attempt * 100, longestPauseMilliseconds),
};

/** The connections of a process to the Valkey or Redis server of its installation. */
export class Valkey {
  readonly commands: Redis;
  readonly subscriber: Redis;
  readonly #key: Buffer;

  private constructor(commands: Redis, subscriber: Redis, secret: Buffer) {
    this.commands = commands;
    this.subscriber = subscriber;
    this.#key = Buffer.from(hkdfSync('sha256', secret, '', 'names in valkey', 32));
  }

  /**
   * Starts connecting to `redis://` or, with TLS, `rediss://`; an unreachable server is retried and prevents no start. Loads the library only here.
   * `secret`: shared by all processes of an installation.
   */
  static async open(url: string, secret: Buffer, log: Logger): Promise<Valkey> {
    const { Redis: Client } = await import('iovalkey');
    const connect = (connectionName: string) => {
      const client = new Client(url, { ...options, connectionName });
      // Never the error itself: that of a refused login contains the password.
      client.on('error', ({ message }: Error) => log.debug({ reason: message }, 'connection to valkey failed'));
      return client;
    };
    return new Valkey(connect('yunzhen-commands'), connect('yunzhen-subscriber'), secret);
  }

  /** Returns a name that no other installation uses, and that shows nothing of what it stands for. */
  name(of: string): string {
    return `yunzhen:${createHmac('sha256', this.#key).update(of).digest('base64url')}`;
  }

  /** Connects again: the server is silent. */
  reconnect(): void {
    for (const client of [this.commands, this.subscriber]) client.disconnect(true);
  }

  close(): void {
    for (const client of [this.commands, this.subscriber]) client.disconnect();
  }
}
