import Fastify, { type FastifyInstance } from 'fastify';
import { Server } from 'socket.io';
import type { CallClientToServer, CallServerToClient } from '@yunzhen/shared/calls/call.contract';
import { timeouts } from '../platform/config/timeouts.ts';
import { schemaController } from '../platform/http/compilers.ts';
import { isOwnOrigin } from '../platform/http/own-address.ts';
import type { AddressLimits } from '../platform/limits/address-limits.ts';
import { traceRequests } from '../platform/tracing/trace-requests.ts';
import type { EngineConnection } from '../platform/realtime/engine-connection.ts';
import { LimitedWebSocketServer } from '../platform/realtime/limited-websocket.ts';
import { limitSockets } from '../platform/realtime/socket-floods.ts';
import { limitPipelining } from '../platform/http/pipelining.ts';
import type { AddressOf } from '../platform/http/client-address.ts';

export interface CallServer {
  http: FastifyInstance;
  sockets: Server<CallClientToServer, CallServerToClient>;
}

export interface CallServerOptions {
  /** Address of the pages that may open a call socket, including one label before its name; only origins count. */
  webOrigin: string;
  /** Returns whether the node can accept calls. */
  isReady: () => boolean;
  /** Returns the client's address; see `clientAddresses`. */
  addressOf: AddressOf;
  limits: AddressLimits;
}

/** The largest message of a browser is a join with every codec it supports, about 15 kB. */
const MAX_MESSAGE_BYTES = 64 * 1024;
/** A join and all that follows it, again after each reconnect; then reports and captions. */
const pace = { packets: { burst: 1_000, perSecond: 50 }, bytes: { burst: 1_000_000, perSecond: 50_000 } };
/**
 * A silent connection is detected after six seconds at most. Signalling may be lost and recovered without a frozen frame, so faster detection would
 * gain nothing on a bad connection.
 */
const PING_INTERVAL_MS = timeouts['calls.ping'];
const PING_TIMEOUT_MS = timeouts['calls.pingTimeout'];
/** How long a request's head and whole may take to arrive: requests here are small, even over a bad connection. */
const slowest = {
  headersTimeout: timeouts['calls.requestHeaders'],
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
};

/** Creates the node's web server: health for monitoring, and the call sockets. */
export function createCallServer({ webOrigin, isReady, addressOf, limits }: CallServerOptions): CallServer {
  const http = Fastify({
    forceCloseConnections: true,
    bodyLimit: 1024,
    schemaController,
    requestTimeout: slowest.requestTimeout,
    http: slowest,
  });
  traceRequests(http);
  http.get('/healthz', async () => ({ status: 'alive' }));
  http.get('/readyz', async (_request, reply) => {
    const ready = isReady();
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' });
  });
  const isPage = (origin: string) => isOwnOrigin(origin, webOrigin);
  const sockets = new Server<CallClientToServer, CallServerToClient>(http.server, {
    serveClient: false,
    wsEngine: LimitedWebSocketServer,
    transports: ['websocket', 'polling'],
    cors: { origin: (origin, decide) => decide(null, origin !== undefined && isPage(origin)) },
    // CORS does not cover WebSockets, so pages of other origins are rejected here. Programs send no origin and need a ticket anyway.
    allowRequest: (request, decide) => {
      const { origin } = request.headers;
      if (origin !== undefined && !isPage(origin)) return decide('origin', false);
      const address = addressOf(request);
      const allowed = address === undefined || limits.allows(address, performance.now());
      decide(allowed ? null : 'too many connections', allowed);
    },
    maxHttpBufferSize: MAX_MESSAGE_BYTES,
    pingInterval: PING_INTERVAL_MS,
    pingTimeout: PING_TIMEOUT_MS,
    connectTimeout: 10_000,
  });
  sockets.engine.on('connection', (connection: EngineConnection) => {
    const address = addressOf(connection.request);
    if (address === undefined) return;
    const release = limits.open(address, performance.now());
    if (release) connection.once('close', release);
    else connection.close();
  });
  limitSockets(http.server, sockets.engine, pace);
  limitPipelining(http.server);
  return { http, sockets };
}
