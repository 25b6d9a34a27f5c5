import { randomBytes } from 'node:crypto';
import Fastify, { LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import cookie from '@fastify/cookie';
import type { TrustsHop } from '../config/address-ranges.ts';
import { plainAddress } from '../limits/network-of.ts';
import type { Logger } from '../logging/logger.ts';
import { logRequests, measureRequests } from '../metrics/request-metrics.ts';
import { traceRequests } from '../tracing/trace-requests.ts';
import { schemaController } from './compilers.ts';
import { limitRequests, type RequestLimits } from './request-limits.ts';
import { sendProblem, toAppError } from './problem.ts';
import { securityHeaders } from './security-headers.ts';

/** Content types that some route accepts as a file. */
const fileTypes = [
  'application/pdf',
  'application/jose',
  'image/jpeg',
  'image/png',
  'image/webp',
  'text/csv',
  'application/gzip',
  'application/fhir+json',
] as const;

export interface HttpOptions extends RequestLimits {
  log: Logger;
  trustsHop: TrustsHop;
  /** Whether each request gets a line in the log. */
  accessLog: boolean;
  /** Origins of call sockets for the page’s Content-Security-Policy. */
  callOrigins: readonly string[];
}

/** Creates a Fastify instance with what every route shares: ids, headers, cookies, limits, zod validation. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: options.log as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // Short, since each entry of the audit has it and people read it aloud.
    genReqId: () => randomBytes(8).toString('hex'),
    // The address that our own proxies saw. Earlier addresses in the header come from the client.
    trustProxy: (address, hop) => options.trustsHop(plainAddress(address), hop),
    bodyLimit: 256 * 1024,
    // A document of 10 MB over a weak mobile network (1 Mbit/s) takes 80 s.
    requestTimeout: 120_000,
    http: { headersTimeout: 20_000, connectionsCheckingInterval: 5_000 },
    // Requests on open connections are served while the api closes, and their connection is closed after the answer.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    schemaController,
    // An undecodable address never reaches the error handler.
    frameworkErrors: (error, request, reply) => void sendProblem(toAppError(error), request, reply),
  });
  app.decorateRequest('actor', null);
  app.decorateRequest('contract', null);
  // No route accepts text, so it is rejected by its content type.
  app.removeContentTypeParser('text/plain');
  // Uploaded files arrive as bytes; routes that accept none reject them by their content type.
  app.addContentTypeParser([...fileTypes], { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  traceRequests(app);
  measureRequests(app);
  if (options.accessLog) logRequests(app, options.log);
  await app.register(cookie);
  const headers = await securityHeaders(options.callOrigins);
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(headers);
    done();
  });
  await limitRequests(app, options);
  return app;
}
