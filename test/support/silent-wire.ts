import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** Stands between the api and Postgres, and can lose connections in silence: nothing comes through, and neither side is told. */
export class SilentWire {
  readonly #server: Server;
  readonly #target: URL;
  #pairs: [Socket, Socket][] = [];

  private constructor(target: URL) {
    this.#target = target;
    this.#server = createServer({ noDelay: true }, (client) => {
      const server = connect(Number(target.port), target.hostname);
      for (const socket of [client, server]) socket.on('error', () => undefined);
      client.pipe(server).pipe(client);
      client.once('close', () => server.destroy());
      server.once('close', () => client.destroy());
      this.#pairs.push([client, server]);
    });
  }

  static async before(databaseUrl: string): Promise<SilentWire> {
    const wire = new SilentWire(new URL(databaseUrl));
    wire.#server.listen(0, '127.0.0.1');
    await once(wire.#server, 'listening');
    return wire;
  }

  get url(): string {
    const url = new URL(this.#target);
    url.hostname = '127.0.0.1';
    url.port = String((this.#server.address() as AddressInfo).port);
    return url.toString();
  }

  /** Loses every connection that is open now. New ones work. */
  lose(): void {
    for (const [client, server] of this.#pairs.splice(0)) {
      client.unpipe(server);
      server.unpipe(client);
      client.resume();
      server.resume();
    }
  }

  close(): void {
    for (const [client] of this.#pairs) client.destroy();
    this.#server.close();
  }
}
