import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFileStore } from '../../../server/src/platform/files/store/open-file-store.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { openKeyEncryption } from '../../../server/src/platform/signing/open-key-encryption.ts';
import { receiveHospital } from '../../../server/src/move/receive-hospital.ts';
import { sendHospital, type Sent } from '../../../server/src/move/send-hospital.ts';
import { connectToTarget, listenForMoves } from '../../../server/src/move/transport.ts';
import { giveUp } from '../../../server/src/move/give-up.ts';
import type { Wire } from '../../../server/src/move/wire.ts';
import { requestKey } from '../../support/request-key.ts';
import type { TestApi } from '../../support/test-api.ts';

/** An installation that hospitals leave and come to, with the move's parts as its command makes them. */
export class Cell {
  readonly test: TestApi;
  readonly said: string[] = [];
  readonly #key: Buffer;
  readonly ends: (() => unknown)[] = [];

  constructor(test: TestApi, key: Buffer) {
    [this.test, this.#key] = [test, key];
  }

  get ownerUrl(): string {
    return this.test.database.adminUrl;
  }

  async parts() {
    const transactions = new Transactions(this.test.source, this.test.clock);
    const { settings } = this.test;
    const say = (line: string) => void this.said.push(line);
    return {
      ownerUrl: this.ownerUrl,
      transactions,
      keys: await openKeyEncryption(settings),
      files: openFileStore(settings, transactions),
      say,
    };
  }

  /** Waits for hospitals; returns the port. */
  async receives(isProduction = false): Promise<number> {
    const parts = { ...(await this.parts()), timeAnchors: [], isProduction };
    const { server, port } = await listenForMoves({ host: '127.0.0.1', port: 0 }, this.#key, (wire) =>
      receiveHospital(wire, parts),
    );
    this.ends.push(() => server.close());
    return port;
  }

  /** Moves a hospital to the target at that port. `through`: what the connection goes through, to cut it. */
  async sends(
    slug: string,
    port: number,
    {
      address = 'https://new.example.test',
      through = (wire: Wire) => wire,
      endsCalls = false,
      longestClosedMs = 60_000,
    } = {},
  ): Promise<Sent> {
    const { ownerUrl, keys, files, say } = await this.parts();
    return sendHospital({
      ownerUrl,
      slug,
      address,
      keys,
      files,
      connect: async () => through(await connectToTarget({ host: '127.0.0.1', port }, this.#key)),
      endsCalls,
      longestClosedMs,
      stop: new AbortController().signal,
      say,
    });
  }

  async givesUp(hospitalId: string, code?: string): Promise<string> {
    const before = this.said.length;
    await giveUp(hospitalId, code, await this.parts());
    return this.said.slice(before).join('\n');
  }

  /** Runs the command as an operator does. Returns its exit code, and all that it printed. */
  async runs(
    args: readonly string[],
    env: Record<string, string> = {},
  ): Promise<{ code: number | null; said: string }> {
    const child = this.starts(args, env);
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, said: child.said.join('') };
  }

  /** Starts the command. */
  starts(args: readonly string[], env: Record<string, string> = {}): ChildProcess & { said: string[] } {
    const { settings, database } = this.test;
    const file = fileURLToPath(new URL('../../../server/src/move/main.ts', import.meta.url));
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
      env: {
        PATH: process.env['PATH'],
        NODE_COMPILE_CACHE: join(tmpdir(), 'yunzhen-compile-cache'),
        DATABASE_URL: database.appUrl,
        DATABASE_OWNER_URL: database.adminUrl,
        DATABASE_REQUEST_KEY: requestKey.toString('base64'),
        KEY_ENCRYPTION_KEY: settings.KEY_ENCRYPTION_KEY?.key.toString('base64'),
        FILE_S3_URL: settings.FILE_S3_URL,
        FILE_S3_ACCESS_KEY: settings.FILE_S3_ACCESS_KEY,
        FILE_S3_SECRET_KEY: settings.FILE_S3_SECRET_KEY,
        ...env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => said.push(text.toString()));
    this.ends.push(() => child.kill('SIGKILL'));
    return Object.assign(child, { said });
  }

  async sql<Row extends Record<string, unknown>>(text: string, ...values: unknown[]): Promise<Row[]> {
    return (await this.test.database.admin.query<Row>(text, values)).rows;
  }

  async close(): Promise<void> {
    for (const end of this.ends) await end();
    await this.test.close();
  }
}

/** Returns whether the hospital is open there, closed for its move, has moved, or is absent. */
export async function stateOf(cell: Cell, { id }: { id: string }): Promise<string> {
  const [row] = await cell.sql<{ state: string | null }>('SELECT move_state AS state FROM hospital WHERE id = $1', id);
  return row ? (row.state ?? 'open') : 'absent';
}

export const moveKey = randomBytes(32);

/** Returns a wire of a source that sends something else: `row` changes what it sends of rows, `ready` its last message. */
export function forging({
  row = (text) => text,
  ready = (message) => message,
}: {
  row?: (text: string) => string;
  ready?: (message: ReadyMessage) => ReadyMessage;
}): (wire: Wire) => Wire {
  return (wire) => {
    const [send, sendBytes] = [wire.send.bind(wire), wire.sendBytes.bind(wire)];
    wire.send = (message) =>
      send((message as { ask?: string }).ask === 'ready' ? ready(message as ReadyMessage) : message);
    wire.sendBytes = (chunks) =>
      sendBytes(
        (async function* () {
          for await (const chunk of chunks) yield Buffer.from(row(chunk.toString('utf8')));
        })(),
      );
    return wire;
  };
}

interface ReadyMessage {
  hospital: Record<string, unknown>;
  jobs: Record<string, unknown>[];
}

/** Returns a wire of a source that does something else before it sends a message. */
export function asking(before: (message: { ask?: string; isComplete?: boolean }) => Promise<void>) {
  return (wire: Wire): Wire => {
    const send = wire.send.bind(wire);
    wire.send = async (message) => {
      await before(message);
      return send(message);
    };
    return wire;
  };
}

/** Returns a wire that closes instead of sending a request of that kind, as a lost connection does. */
export function cutAt(asked: string): (wire: Wire) => Wire {
  return (wire) => {
    const send = wire.send.bind(wire);
    wire.send = (message) => {
      if ((message as { ask?: string }).ask === asked) wire.close();
      return send(message);
    };
    return wire;
  };
}
