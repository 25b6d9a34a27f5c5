import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Counted } from '../limits/shared-counters.ts';
import { ClientConnections } from './client-connections.ts';
import { sendProblem, toAppError } from './problem.ts';
import { limitRequests } from './request-limits.ts';

let app: FastifyInstance;
let port: number;
/** What the shared counters wait for, as at a server that answers slowly. */
let answered: Promise<void>;
let asked: () => void;
let responses: ServerResponse[];

beforeEach(async () => {
  responses = [];
  [answered, asked] = [Promise.resolve(), () => undefined];
  app = Fastify();
  app.decorateRequest('actor', null);
  app.decorateRequest('contract', null);
  app.setErrorHandler((error, request, reply) => sendProblem(toAppError(error), request, reply));
  app.addContentTypeParser('application/pdf', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.addHook('onRequest', (_request, reply, done) => {
    responses.push(reply.raw);
    done();
  });
  await limitRequests(app, {
    rateLimit: 1_000,
    rateLimitFactor: 1,
    connections: new ClientConnections(
      () => false,
      100,
      () => null,
    ),
    counters: {
      count: async (): Promise<Counted> => {
        asked();
        await answered;
        return { current: 1, ttl: 60_000 };
      },
    },
  });
  app.post('/files', { bodyLimit: 22 * 1024 * 1024 }, (_request, reply) => reply.send('read'));
  await app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = app.server.address() as AddressInfo);
});
afterEach(() => app.close());

it('counts no bytes for a client that leaves while its request is being counted', async () => {
  let answer = () => {};
  answered = new Promise<void>((done) => (answer = done));
  const counting = new Promise<void>((done) => (asked = done));
  const client = connect(port, '127.0.0.1');
  const header = ['POST /files HTTP/1.1', 'Host: x', 'Content-Type: application/pdf', 'Content-Length: 20000000'];
  client.write(`${header.join('\r\n')}\r\n\r\n`);
  await counting;
  const [response] = responses;
  const closed = response && once(response, 'close');
  client.destroy();
  await closed;
  answer();
  const headers = { 'content-type': 'application/pdf' };
  const next = await fetch(`http://127.0.0.1:${port}/files`, {
    method: 'POST',
    headers,
    body: Buffer.alloc(5_000_000),
  });
  // Would not fit beside the bytes of the first one.
  expect(next.status).toBe(200);
});
