import type { Server as HttpServer } from 'node:http';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { AppError } from '@yunzhen/shared/core/errors';
import { AddressLimits, addressPolicy } from '../limits/address-limits.ts';
import { BodyBudget } from '../limits/body-budget.ts';
import { KeyedBuckets } from '../limits/keyed-buckets.ts';
import { networkOf } from '../limits/network-of.ts';

export interface RequestLimits {
  /** Requests a minute to one route from one person or network. */
  rateLimit: number;
  rateLimitFactor: number;
  trustProxy: boolean;
  /** Connections of one network at once. Behind a proxy of ours, which all of them come from, the proxy has to count them. */
  connectionsPerAddress: number;
}

/** All routes together: twice the limit of one route for a person; a network may be a whole hospital. */
const allRoutes = { person: 2, network: 10 };

/** Bytes of requests that are being read: two large files of one sender, and what the process can hold. */
const bodyBytes = { sender: 22 * 1024 * 1024, total: 160 * 1024 * 1024 };

/** Who a request counts for: a signed-in person, else the network that it comes from. */
const senderOf = (request: FastifyRequest) => request.actor?.accountId ?? networkOf(request.ip);

/** Counts requests, bytes in flight and connections. Everything is counted before a body is read. */
export async function limitRequests(app: FastifyInstance, limits: RequestLimits): Promise<void> {
  const { rateLimit: perMinute, rateLimitFactor: factor } = limits;
  await app.register(rateLimit, {
    global: true,
    // After the route's own onRequest, which knows the person.
    hook: 'onRequest',
    timeWindow: 60_000,
    max: (request) => ((request.routeOptions.config as { perMinute?: number }).perMinute ?? perMinute) * factor,
    keyGenerator: (request) => `${request.method} ${request.routeOptions.url ?? ''} ${senderOf(request)}`,
  });
  const budget = (times: number) =>
    new KeyedBuckets({ burst: perMinute * times * factor, perSecond: (perMinute * times * factor) / 60 });
  const people = budget(allRoutes.person);
  const networks = budget(allRoutes.network);
  const bodies = new BodyBudget(bodyBytes);
  app.addHook('preParsing', (request, reply, _payload, done) => {
    const buckets = request.actor ? people : networks;
    // Addresses that nothing answers at are counted too; the files of the pages are not.
    if ((request.contract || request.is404) && !buckets.take(senderOf(request), performance.now()))
      return done(new AppError('request.rate-limited', 'too many requests over all routes'));
    const bytes = bytesToRead(request);
    if (bytes === 0) return done();
    const taken = bodies.take(senderOf(request), bytes);
    if ('refused' in taken) return done(new AppError(taken.refused, 'too many bytes in flight'));
    // Also when the sender goes away before all of it has come.
    reply.raw.once('close', taken.release);
    done();
  });
  app.addHook('onSend', (request, reply, payload, done) => {
    if (endsConnection(request, reply.statusCode, limits.trustProxy)) reply.header('connection', 'close');
    done(null, payload);
  });
  if (!limits.trustProxy) limitConnections(app.server, limits.connectionsPerAddress * factor);
}

/**
 * A sender who is over a limit needs a new connection for the next try, and an address gets few of those. Nor is the rest of a body
 * read that was refused, also through a proxy.
 */
function endsConnection(request: FastifyRequest, status: number, trustProxy: boolean): boolean {
  if (status === 429 && !trustProxy) return true;
  return [413, 429, 503].includes(status) && !request.raw.complete && bytesToRead(request) > 0;
}

/** What the body may take in memory: as long as it says, or as the route allows where it says nothing. */
function bytesToRead({ headers, routeOptions }: FastifyRequest): number {
  if (headers['transfer-encoding'] !== undefined) return routeOptions.bodyLimit ?? 0;
  return Number(headers['content-length'] ?? 0);
}

function limitConnections(server: HttpServer, atOnce: number): void {
  const connections = new AddressLimits(addressPolicy(atOnce));
  server.on('connection', (socket) => {
    const address = networkOf(socket.remoteAddress ?? '');
    const now = performance.now();
    const release = connections.allows(address, now) ? connections.open(address, now) : undefined;
    if (release) socket.once('close', release);
    else socket.destroy();
  });
}
