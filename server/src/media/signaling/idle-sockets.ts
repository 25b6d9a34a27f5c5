/** A call socket, as far as it matters for keeping it. */
export interface IdleSocket {
  /** True while it is in a stay or on its way into one. */
  readonly engaged: boolean;
  close(): void;
}

/**
 * Keeps one address from holding many sockets that are in no call. The one that has waited longest gives way: whoever comes now has
 * a ticket to use, and whoever has waited had time to.
 */
export class IdleSockets {
  readonly #most: number;
  readonly #sockets = new Map<string, Set<IdleSocket>>();

  constructor(most: number) {
    this.#most = most;
  }

  /** A socket has come from an address. @returns what to call when it has gone */
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
