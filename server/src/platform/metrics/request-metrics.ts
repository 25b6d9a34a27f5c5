import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ErrorCode } from '@yunzhen/shared/core/errors';
import type { Logger } from '../logging/logger.ts';
import { requestErrorsTotal, requestSeconds, requestsTotal } from './instruments.ts';

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** Returns labels that stay few: the pattern of the route, never its address, which holds ids. */
export function labelsOf(request: FastifyRequest): { method: string; route: string } {
  const method = methods.has(request.method) ? request.method : 'other';
  // An address that could not be decoded belongs to no route.
  const { url: route } = (request.routeOptions as { url?: string } | undefined) ?? {};
  return { method, route: request.is404 || route === undefined ? 'unmatched' : route };
}

/** Counts and times every answer. Call it before any route is added. */
export function measureRequests(server: FastifyInstance): void {
  server.addHook('onResponse', (request, reply, done) => {
    const labels = labelsOf(request);
    requestSeconds.observe(labels, reply.elapsedTime / 1000);
    requestsTotal.inc({ method: labels.method, route: labels.route, status: reply.statusCode });
    done();
  });
}

/** Logs each answer by its route pattern. The request id finds it in the audit, which knows the person. Call it before any route is added. */
export function logRequests(server: FastifyInstance, log: Logger): void {
  server.addHook('onResponse', (request, reply, done) => {
    const milliseconds = Math.round(reply.elapsedTime);
    log.info({ requestId: request.id, ...labelsOf(request), status: reply.statusCode, milliseconds }, 'request');
    done();
  });
}

export function countProblem(request: FastifyRequest, code: ErrorCode): void {
  const { method, route } = labelsOf(request);
  requestErrorsTotal.inc({ method, route, code });
}
