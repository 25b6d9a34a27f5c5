import { expect, it } from 'vitest';
import { createLogger } from '../logging/logger.ts';
import { ClientConnections } from './client-connections.ts';
import { createHttpServer } from './server.ts';

it('a connection has twenty seconds for the headers of a request', async () => {
  const connections = new ClientConnections(
    () => false,
    100,
    () => null,
  );
  const app = await createHttpServer({
    log: createLogger({ name: 'test', level: 'silent' }),
    trustsHop: () => false,
    accessLog: false,
    callOrigins: [],
    rateLimit: 100,
    rateLimitFactor: 1,
    connections,
    counters: null,
  });
  // Node's own default would be a minute.
  expect(app.server.headersTimeout).toBe(20_000);
  await app.close();
});
