import type { FastifyInstance } from 'fastify';
import { labelsOf } from '../metrics/request-metrics.ts';
import { activeTracing, type Span } from './tracing.ts';

declare module 'fastify' {
  interface FastifyRequest {
    span: Span | null;
  }
}

/**
 * Opens a span for each request of the api, by its route pattern, below the browser's `traceparent`. The header `traceresponse` of the answer names
 * it and shows the browser that tracing is on. Call it before any route is added; does nothing while tracing is off.
 */
export function traceRequests(server: FastifyInstance): void {
  const tracing = activeTracing();
  if (!tracing) return;
  server.decorateRequest('span', null);
  server.addHook('onRequest', (request, reply, done) => {
    const { method, route } = labelsOf(request);
    if (!/^\/(api|internal)\//.test(route)) return done();
    const facts = { 'http.request.method': method, 'http.route': route, 'yunzhen.request_id': request.id };
    const given = request.headers['traceparent'];
    const traceparent = typeof given === 'string' ? given : undefined;
    request.span = tracing.start(`${method} ${route}`, { kind: 'server', facts, traceparent });
    reply.header('traceresponse', request.span.traceparent);
    request.span.run(done);
  });
  // Reading the body leaves the span: its events belong to the connection.
  server.addHook('preHandler', (request, _reply, done) => (request.span ? request.span.run(done) : done()));
  server.addHook('onResponse', (request, reply, done) => {
    request.span?.set({ 'http.response.status_code': reply.statusCode });
    if (reply.statusCode >= 500) request.span?.fail(String(reply.statusCode));
    request.span?.end();
    done();
  });
}
