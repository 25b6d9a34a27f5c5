import { Agent, createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const CHECK_MS = 200;

/** Divides requests between the apis whose `/readyz` says ready, as a reverse proxy in front of them does. It never retries. */
export class Balancer {
  readonly #backends = new Map<string, boolean>();
  readonly #agent = new Agent({ keepAlive: true });
  readonly #server: Server;
  readonly #timer: NodeJS.Timeout;
  #next = 0;

  private constructor() {
    this.#server = createServer((incoming, answer) => this.#forward(incoming, answer));
    this.#timer = setInterval(() => void this.#check(), CHECK_MS);
  }

  static async open(): Promise<Balancer> {
    const balancer = new Balancer();
    await new Promise<void>((done) => balancer.#server.listen(0, '127.0.0.1', done));
    return balancer;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Resolves when the backend gets requests. */
  async add(url: string): Promise<void> {
    this.#backends.set(url, false);
    while (!this.#backends.get(url)) await this.#check();
  }

  remove(url: string): void {
    this.#backends.delete(url);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#agent.destroy();
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #check(): Promise<void> {
    await Promise.all(
      [...this.#backends.keys()].map(async (url) => {
        const isReady = await fetch(`${url}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        );
        if (this.#backends.has(url)) this.#backends.set(url, isReady);
      }),
    );
  }

  #forward(incoming: IncomingMessage, answer: ServerResponse): void {
    const ready = [...this.#backends].filter(([, isReady]) => isReady).map(([url]) => url);
    const backend = ready[this.#next++ % ready.length];
    if (!backend) {
      answer.writeHead(503).end();
      return;
    }
    const { method, headers } = incoming;
    const outgoing = request(backend + incoming.url, { method, headers, agent: this.#agent });
    outgoing.on('response', (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    outgoing.on('error', () => {
      if (answer.headersSent) answer.destroy();
      else answer.writeHead(502).end();
    });
    incoming.pipe(outgoing);
  }
}
