import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** One statement on the wire, with its parameters. */
export interface WireStatement {
  readonly sql: string;
  /** The raw bytes of the parameters as text, for searching. */
  readonly parameters: string;
  /** Number of the connection. */
  readonly connection: number;
}

/** Where to stop: before a statement reaches the database, or after it ran and before its response. */
export interface Halt {
  readonly when: 'before' | 'after';
  readonly at: (statement: WireStatement) => boolean;
}

/**
 * A proxy between the api and Postgres that sees each statement and can hold one, so that a test can kill the api at exactly that point. The api does
 * not notice. A halt happens once; a held connection gets no further response.
 */
export class PostgresWire {
  readonly #server: Server;
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  readonly #halts = new Set<Halt & { reached(): void }>();
  /** Silences each open connection. */
  readonly #silencers = new Set<() => void>();
  #watch: (statement: WireStatement) => void = () => undefined;
  #connections = 0;
  #deaf = false;

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer({ noDelay: true }, (client) => this.#join(client));
  }

  static async before(databaseUrl: string): Promise<PostgresWire> {
    const wire = new PostgresWire(new URL(databaseUrl));
    wire.#server.listen(0, '127.0.0.1');
    await once(wire.#server, 'listening');
    return wire;
  }

  /** The database’s address through the proxy. */
  get url(): string {
    const url = new URL(this.#target);
    url.hostname = '127.0.0.1';
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.toString();
  }

  /** Passes every statement from now on to the callback. */
  watch(see: (statement: WireStatement) => void): void {
    this.#watch = see;
  }

  /** Resolves when a statement is held, permanently. Several can be held at the same time, each on its own connection. */
  halt(halt: Halt): Promise<void> {
    return new Promise((reached) => this.#halts.add({ ...halt, reached }));
  }

  /** Silently loses every open connection: nothing passes and neither side is notified. New connections work. */
  lose(): void {
    for (const silence of this.#silencers) silence();
    this.#silencers.clear();
  }

  /** Drops notifications, as a pooler does that hands out connections by transaction. */
  deafen(): void {
    this.#deaf = true;
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket): void {
    const server = connect({ port: Number(this.#target.port), host: this.#target.hostname, noDelay: true });
    const connection = ++this.#connections;
    // Statements arrive as groups of messages that end with Sync, or as one simple query.
    let group: Buffer[] = [];
    const prepared = new Map<string, string>();
    let state: 'open' | 'answer-withheld' | 'held' = 'open';
    let reached: () => void = () => undefined;
    /** Groups without a response from the server; several can be in transit. */
    let unanswered = 0;

    const fromClient = splitMessages(true, (type, message) => {
      if (state !== 'open') return;
      group.push(message);
      if (type !== 'S' && type !== 'Q' && type !== '' && type !== 'p' && type !== 'X') return;
      const whole = group;
      group = [];
      const statement = readStatement(whole, connection, prepared);
      if (statement) {
        // Every halt sees every statement, because some count them.
        const [halt] = [...this.#halts].filter(({ at }) => at(statement));
        if (halt) {
          this.#halts.delete(halt);
          state = halt.when === 'before' ? 'held' : 'answer-withheld';
          reached = halt.reached;
          if (halt.when === 'before') return reached();
        }
        this.#watch(statement);
      }
      if (type === 'S' || type === 'Q' || type === '') unanswered++;
      server.write(Buffer.concat(whole));
    });
    const fromServer = splitMessages(false, (type, message) => {
      // The server sends ReadyForQuery after each group; a statement is done when its group and all before it are.
      if (type === 'Z') unanswered--;
      if (this.#deaf && type === 'A') return;
      if (state === 'open') return void client.write(message);
      if (state === 'answer-withheld' && type === 'Z' && unanswered === 0) {
        state = 'held';
        reached();
      }
    });
    this.#silencers.add(() => (state = 'held'));
    client.on('data', fromClient);
    server.on('data', fromServer);
    for (const [one, other] of [
      [client, server],
      [server, client],
    ] as const) {
      this.#sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
    }
  }
}

/** Splits a stream into messages: a letter and a length; the client’s first message has no letter. */
function splitMessages(startsWithoutType: boolean, take: (type: string, message: Buffer) => void) {
  let rest: Buffer = Buffer.alloc(0);
  let first = startsWithoutType;
  return (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      const head = first ? 0 : 1;
      if (rest.length < head + 4) return;
      const length = head + rest.readUInt32BE(head);
      if (rest.length < length) return;
      const type = first ? '' : String.fromCharCode(rest.readUInt8(0));
      first = false;
      take(type, rest.subarray(0, length));
      rest = rest.subarray(length);
    }
  };
}

/** Reads the statement of a group; a prepared one is identified by its name. */
function readStatement(
  messages: readonly Buffer[],
  connection: number,
  prepared: Map<string, string>,
): WireStatement | null {
  let sql = '';
  let parameters = '';
  for (const message of messages) {
    const type = String.fromCharCode(message.readUInt8(0));
    if (type === 'Q') sql = message.toString('utf8', 5, message.length - 1);
    if (type === 'P') {
      const name = textAt(message, 5);
      sql = textAt(message, name.end).text;
      prepared.set(name.text, sql);
    }
    if (type === 'B') {
      const name = textAt(message, textAt(message, 5).end);
      sql = prepared.get(name.text) ?? sql;
      parameters = message.toString('utf8', name.end);
    }
  }
  return sql ? { sql, parameters, connection } : null;
}

function textAt(message: Buffer, start: number): { text: string; end: number } {
  const end = message.indexOf(0, start);
  return { text: message.toString('utf8', start, end), end: end + 1 };
}
