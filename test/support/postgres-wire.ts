import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** One statement as it goes over the wire, with its parameters. */
export interface WireStatement {
  readonly sql: string;
  /** The raw bytes of the parameters, in which texts can be looked for. */
  readonly parameters: string;
  /** A number for each connection. */
  readonly connection: number;
}

/** Where to stop: before a statement reaches the database, or after it was carried out and before its answer comes back. */
export interface Halt {
  readonly when: 'before' | 'after';
  readonly at: (statement: WireStatement) => boolean;
}

/**
 * Stands between the api and Postgres, sees each statement, and can hold one of them, so that a test may kill the api at exactly that
 * point. The api does not notice. A halt happens once; a held connection gets no answer any more.
 */
export class PostgresWire {
  readonly #server: Server;
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  readonly #halts = new Set<Halt & { reached(): void }>();
  /** Of each open connection: makes it silent. */
  readonly #silencers = new Set<() => void>();
  #watch: (statement: WireStatement) => void = () => undefined;
  #connections = 0;

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

  /** The database’s address, through here. */
  get url(): string {
    const url = new URL(this.#target);
    url.hostname = '127.0.0.1';
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.toString();
  }

  /** Shows every statement from now on. */
  watch(see: (statement: WireStatement) => void): void {
    this.#watch = see;
  }

  /** Resolves when a statement is held there, for good. Several may be held at the same time, each on its own connection. */
  halt(halt: Halt): Promise<void> {
    return new Promise((reached) => this.#halts.add({ ...halt, reached }));
  }

  /** Loses every open connection in silence: nothing comes through any more, and neither side is told. New ones work. */
  lose(): void {
    for (const silence of this.#silencers) silence();
    this.#silencers.clear();
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket): void {
    const server = connect({ port: Number(this.#target.port), host: this.#target.hostname, noDelay: true });
    const connection = ++this.#connections;
    // Statements come as groups of messages that end with Sync, or as one simple query.
    let group: Buffer[] = [];
    const prepared = new Map<string, string>();
    let state: 'open' | 'answer-withheld' | 'held' = 'open';
    let reached: () => void = () => undefined;
    /** Groups that the server has not ended yet: several are on their way at once. */
    let unanswered = 0;

    const fromClient = splitMessages(true, (type, message) => {
      if (state !== 'open') return;
      group.push(message);
      if (type !== 'S' && type !== 'Q' && type !== '' && type !== 'p' && type !== 'X') return;
      const whole = group;
      group = [];
      const statement = readStatement(whole, connection, prepared);
      if (statement) {
        // Each sees every statement, since some count them.
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
      // The server is ready for another after each; the statement is done when all before it and it are.
      if (type === 'Z') unanswered--;
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

/** Cuts a stream into messages: a letter and a length; the client’s first message has no letter. */
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

/** A statement that was prepared before comes by its name alone. */
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
