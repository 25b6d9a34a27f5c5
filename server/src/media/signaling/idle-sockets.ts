/** The part of a call socket that matters for closing it. */
export interface IdleSocket {
  /** True while it is in a call or joining one. */
  readonly engaged: boolean;
  close(): void;
}

/**
 * Limits the sockets of one address that are in no call. The longest waiting one is closed: a new socket has a ticket to use, and a waiting one had
 * time to use its own.
 */
export class IdleSockets {
  readonly #most: number;
  readonly #sockets = new Map<string, Set<IdleSocket>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Registers a socket of an address. @returns a function to call when it disconnects */
  add(address: string, socket: IdleSocket): () => void {
    const sockets = this.#sockets.get(address) ?? new Set();
    this.#sockets.set(address, sockets);
    const idle = [...sockets].filter(({ engaged }) => !engaged);
    for (const longest of idle.slice(0, Math.max(0, idle.length + 1 - this.#most))) longest.close();
    sockets.add(socket);
    return () => {
      sockets.delete(socket);
      if (sockets.size === 0 && this.#sockets.get(address) === sockets) this.#sockets.delete(address);
    };
  }
}
