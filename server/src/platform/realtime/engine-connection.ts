import type { IncomingMessage } from 'node:http';

/** A connection of engine.io, below the sockets of namespaces: limits count open connections, whether or not anyone signs in on them. */
export interface EngineConnection {
  readonly request: IncomingMessage;
  readonly readyState: string;
  once(event: 'close', listener: () => void): this;
  on(event: 'packet', listener: () => void): this;
  /** Closes it; with `discard` without waiting for the client to fetch what is left. */
  close(discard?: boolean): void;
}
