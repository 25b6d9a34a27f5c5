import { SocketLink, type OpenSocket } from './socket-link.ts';

/** The node closes a socket that has joined no call after 30 s. */
const warmForMs = 20_000;

/** A call socket that is opened in advance; at most one. */
export class WarmSocket {
  readonly #openSocket: OpenSocket;
  #link: SocketLink | undefined;
  #openedAt = 0;

  constructor(openSocket: OpenSocket) {
    this.#openSocket = openSocket;
  }

  open(url: string): void {
    if (this.#usable(url)) return;
    this.close();
    this.#link = new SocketLink(url, this.#openSocket);
    this.#openedAt = performance.now();
  }

  /** Returns the socket to this node, if there is one; the caller then owns it. */
  take(url: string): SocketLink | undefined {
    const link = this.#usable(url) ? this.#link : undefined;
    if (link) this.#link = undefined;
    else this.close();
    return link;
  }

  close(): void {
    this.#link?.close();
    this.#link = undefined;
  }

  #usable(url: string): boolean {
    const link = this.#link;
    return link?.url === url && !link.closed && performance.now() - this.#openedAt < warmForMs;
  }
}
