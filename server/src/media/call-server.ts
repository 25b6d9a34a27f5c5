import Fastify, { type FastifyInstance } from 'fastify';
import { Server } from 'socket.io';
import type { CallClientToServer, CallServerToClient } from '@yunzhen/shared/contract/call';

export interface CallServer {
  http: FastifyInstance;
  sockets: Server<CallClientToServer, CallServerToClient>;
}

export interface CallServerOptions {
  /** Address of the pages that may open a call socket; only its origin counts. */
  webOrigin: string;
  /** True while the node can take calls. */
  isReady: () => boolean;
}

/** The largest message of a browser is a join with every codec it knows, about 15 kB. */
const MAX_MESSAGE_BYTES = 64 * 1024;
/**
 * A silent line is noticed after six seconds at most. Signalling may be lost and found again without a frozen frame, so nothing is
 * gained by being hastier on a bad line.
 */
const PING_INTERVAL_MS = 2_000;
const PING_TIMEOUT_MS = 4_000;

/** The node's web server: health for whoever watches it, and the sockets of the call. */
export function createCallServer({ webOrigin, isReady }: CallServerOptions): CallServer {
  const http = Fastify({ forceCloseConnections: true, bodyLimit: 1024 });
  http.get('/healthz', async () => ({ status: 'alive' }));
  http.get('/readyz', async (_request, reply) => {
    const ready = isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  const pageOrigin = new URL(webOrigin).origin;
  const sockets = new Server<CallClientToServer, CallServerToClient>(http.server, {
    serveClient: false,
    transports: ['websocket', 'polling'],
    cors: { origin: pageOrigin },
    // CORS does not cover WebSockets, so a page of another origin is turned away here. Programs send no origin and need a ticket anyway.
    allowRequest: (request, decide) => {
      const { origin } = request.headers;
      decide(null, origin === undefined || origin === pageOrigin);
    },
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    connectTimeout: 10_000,
  });
  return { http, sockets };
}
