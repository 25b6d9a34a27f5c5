import type { FastifyInstance, FastifyRequest } from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { AppError } from '@yunzhen/shared/core/errors';
import { MINUTE_MS } from '@yunzhen/shared/core/time/duration';
import { BodyBudget } from '../limits/body-budget.ts';
import { KeyedBuckets } from '../limits/keyed-buckets.ts';
import { networkOf } from '../limits/network-of.ts';
import type { SharedCounters } from '../limits/shared-counters.ts';
import type { ClientConnections } from './client-connections.ts';
import { rateLimitStore } from './rate-limit-store.ts';

export interface RequestLimits {
  /** Requests per minute to one route from one person or network. */
  rateLimit: number;
  rateLimitFactor: number;
  connections: ClientConnections;
  /** Counts over all api processes; null where each counts for itself. */
  counters: SharedCounters | null;
}

/** All routes together: twice the limit of one route for a person, more for a network, which may be a whole hospital. */
export const allRoutes = { person: 2, network: 10 };

/** Bytes of requests being read: two large files per client, and the process’s capacity. */
const bodyBytes = { sender: 22 * 1024 * 1024, total: 160 * 1024 * 1024 };

/** Returns whom a request counts for: a signed-in person, else the network of the client. */
const senderOf = (request: FastifyRequest) => request.actor?.accountId ?? networkOf(request.ip);

/** Unknown addresses count too; the static files of pages do not. */
const isLimited = (request: FastifyRequest) => request.contract !== null || request.is404;

/** Limits requests, bytes in flight and connections. Everything is counted before a body is read. */
export async function limitRequests(app: FastifyInstance, limits: RequestLimits): Promise<void> {
  const { rateLimit: perMinute, rateLimitFactor: factor, connections, counters } = limits;
  connections.watch(app.server);
  app.addHook('onRequest', (request, reply, done) => {
    const release = connections.hold(request.raw);
    if (!release) return done(new AppError('request.rate-limited', 'too many requests at once'));
    reply.raw.once('close', release);
    done();
  });
  await app.register(rateLimit, {
    global: true,
    // Runs after the route's own onRequest, which identifies the person.
    hook: 'onRequest',
    timeWindow: MINUTE_MS,
    ...(counters && { store: rateLimitStore(counters) }),
    max: (request) => ((request.routeOptions.config as { perMinute?: number }).perMinute ?? perMinute) * factor,
    keyGenerator: (request) => `${request.method} ${request.routeOptions.url ?? ''} ${senderOf(request)}`,
  });
  const budget = (times: number) =>
    new KeyedBuckets({ burst: perMinute * times * factor, perSecond: (perMinute * times * factor) / 60 });
  const people = budget(allRoutes.person);
  const networks = budget(allRoutes.network);
  if (counters)
    app.addHook('preParsing', async (request, _reply, payload) => {
      if (!isLimited(request)) return payload;
      const times = request.actor ? allRoutes.person : allRoutes.network;
      const counted = await counters.count(`all ${senderOf(request)}`, MINUTE_MS);
      if (counted && counted.current > perMinute * times * factor)
        throw new AppError('request.rate-limited', 'too many requests in total');
      return payload;
    });
  const bodies = new BodyBudget(bodyBytes);
  app.addHook('preParsing', (request, reply, _payload, done) => {
    const buckets = request.actor ? people : networks;
    if (isLimited(request) && !buckets.take(senderOf(request), performance.now()))
      return done(new AppError('request.rate-limited', 'too many requests in total'));
    const bytes = bytesToRead(request);
    if (bytes === 0) return done();
    // The client left during the waits above: `close` has been emitted, so nothing would release the bytes.
    if (reply.raw.destroyed) return done(new AppError('request.malformed', 'request was aborted'));
    const taken = bodies.take(senderOf(request), bytes);
    if ('refused' in taken) return done(new AppError(taken.refused, 'too many request bytes in flight'));
    // Also when the client disconnects before the whole body arrived.
    reply.raw.once('close', taken.release);
    done();
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    if (endsConnection(request, reply.statusCode, connections)) reply.header('connection', 'close');
    done(null, payload);
  });
}

/**
 * Returns whether to close the connection: a client over a limit needs a new one to retry, and gets few of those. The rest of a rejected body is not
 * read, also through a proxy.
 */
function endsConnection(request: FastifyRequest, status: number, connections: ClientConnections): boolean {
  if (status === 429 && !connections.isForwarded(request.raw)) return true;
  return [413, 429, 503].includes(status) && !request.raw.complete && bytesToRead(request) > 0;
}

/** Returns the memory that the body may need: its stated length, or the route’s limit when it states none. */
function bytesToRead({ headers, routeOptions }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return routeOptions.bodyLimit ?? 0;
  return Number(headers['content-length'] ?? 0);
}
