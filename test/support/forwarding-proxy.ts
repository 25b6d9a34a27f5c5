import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';

/** A reverse proxy that adds its client to `X-Forwarded-For` like nginx, and connects from a loopback address of its own. */
export class ForwardingProxy {
  readonly #server: Server;
  readonly #open = new Set<Socket>();

  private constructor(server: Server) {
    this.#server = server;
    server.on('connection', (socket) => {
      this.#open.add(socket);
      socket.once('close', () => this.#open.delete(socket));
    });
  }

  static async start(target: string, from: string): Promise<ForwardingProxy> {
    const { hostname: host, port } = new URL(target);
    const server = createServer((asked, answer) => {
      const { method, url: path } = asked;
      const on = request({ host, port, localAddress: from, agent: false, method, path, headers: headersOf(asked) });
      on.on('response', (given) => {
        answer.writeHead(given.statusCode ?? 502, given.headers);
        given.pipe(answer);
      });
      on.on('error', () => answer.destroy());
      answer.on('close', () => on.destroy());
      asked.pipe(on);
    });
    server.on('upgrade', (asked: IncomingMessage, socket: Socket) => {
      const on = connect({ host, port: Number(port), localAddress: from });
      const head = Object.entries(headersOf(asked)).map(([name, value]) => `${name}: ${String(value)}\r\n`);
      on.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${head.join('')}\r\n`);
      socket.pipe(on).pipe(socket);
      for (const [one, other] of [
        [socket, on],
        [on, socket],
      ] as const)
        one.on('error', () => undefined).on('close', () => other.destroy());
    });
    const proxy = new ForwardingProxy(server);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
    await once(this.#server, 'close');
  }
}

function headersOf({ headers, socket }: IncomingMessage) {
  const before = headers['x-forwarded-for'];
  const seen = socket.remoteAddress ?? '';
  return { ...headers, 'x-forwarded-for': before === undefined ? seen : `${String(before)}, ${seen}` };
}
