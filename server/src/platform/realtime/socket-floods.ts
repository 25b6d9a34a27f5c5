import type { EventEmitter } from 'node:events';
import type { IncomingMessage, RequestListener, Server as HttpServer } from 'node:http';
import { TokenBucket, type TokenBucketPolicy } from '../limits/token-bucket.ts';
import type { EngineConnection } from './engine-connection.ts';

export interface SocketPace {
  /** Packets of one connection: events, answers to pings, and requests to open a namespace. */
  readonly packets: TokenBucketPolicy;
  /** Bytes of one WebSocket. */
  readonly bytes: TokenBucketPolicy;
}

/**
 * Ends connections that send more than any page of ours. This counts what costs work before there is an event: forged tokens, pings of the protocol,
 * and what a client sends after its socket was closed. Call it when the socket server is attached.
 */
export function limitSockets(http: HttpServer, engine: EventEmitter, { packets, bytes }: SocketPace): void {
  engine.on('connection', (connection: EngineConnection) => {
    const bucket = new TokenBucket(packets, performance.now());
    connection.on('packet', () => {
      if (!bucket.take(performance.now())) connection.close(true);
    });
  });
  http.on('upgrade', (_request, socket) => {
    const bucket = new TokenBucket(bytes, performance.now());
    // Not closed but destroyed: closing would read on until the client agrees.
    socket.on('data', (chunk: Buffer) => {
      if (!bucket.take(performance.now(), chunk.length)) socket.destroy();
    });
  });
}

/**
 * Rejects new sessions of long polling beyond a rate before the socket server handles them; the packets of a session are limited with it. Call it
 * when the socket server is attached.
 */
export function limitPolling(http: HttpServer, path: string, allows: (request: IncomingMessage) => boolean): void {
  const handlers = http.listeners('request') as RequestListener[];
  http.removeAllListeners('request');
  http.on('request', (request, response) => {
    if (request.url?.startsWith(path) && beginsSession(request.url) && !allows(request))
      return void response.writeHead(429, { connection: 'close' }).end();
    for (const handle of handlers) handle.call(http, request, response);
  });
}

/** The socket server reads the last id, and begins a session for an empty one. */
const beginsSession = (url: string) => !new URL(url, 'http://localhost').searchParams.getAll('sid').at(-1);
