import { randomBytes } from 'node:crypto';
import { openFileStore } from '../../../server/src/platform/files/store/open-file-store.ts';
import { Transactions } from '../../../server/src/platform/db/transaction.ts';
import { openKeyEncryption } from '../../../server/src/platform/signing/open-key-encryption.ts';
import { receiveHospital } from '../../../server/src/move/receive-hospital.ts';
import { sendHospital, type Sent } from '../../../server/src/move/send-hospital.ts';
import { connectToTarget, listenForMoves } from '../../../server/src/move/transport.ts';
import { giveUp } from '../../../server/src/move/give-up.ts';
import type { Wire } from '../../../server/src/move/wire.ts';
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
    { address = 'https://new.example.test', through = (wire: Wire) => wire, endsCalls = false } = {},
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
      longestClosedMs: 60_000,
      say,
    });
  }

  async givesUp(hospitalId: string, code?: string): Promise<string> {
    const before = this.said.length;
    await giveUp(hospitalId, code, await this.parts());
    return this.said.slice(before).join('\n');
  }

  async sql<Row extends Record<string, unknown>>(text: string, ...values: unknown[]): Promise<Row[]> {
    return (await this.test.database.admin.query<Row>(text, values)).rows;
  }

  async close(): Promise<void> {
    for (const end of this.ends) await end();
    await this.test.close();
  }
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
    wire.send = (message) => send((message as { ask?: string }).ask === 'ready' ? ready(message as ReadyMessage) : message);
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
