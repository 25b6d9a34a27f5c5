import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLogger } from '../logging/logger.ts';
import { startTracing } from './start-tracing.ts';
import { inSpan } from './tracing.ts';

let collector: Server;
let sockets: Socket[];
let endpoint: string;
beforeEach(async () => {
  sockets = [];
  // Accepts connections and never answers.
  collector = createServer((socket) => void sockets.push(socket.on('error', () => undefined)));
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  endpoint = `http://127.0.0.1:${(collector.address() as AddressInfo).port}`;
});
afterEach(() => {
  for (const socket of sockets) socket.destroy();
  collector.close();
});

it.each(['does not answer', 'is gone'])('a stop succeeds when the collector %s', async (what) => {
  let text = '';
  const destination = { write: (line: string) => void (text += line) };
  const settings = {
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OTEL_EXPORTER_OTLP_HEADERS: {},
    OTEL_TRACES_SAMPLER_ARG: 1,
  };
  const stop = await startTracing(settings, 'test', createLogger({ name: 'test', level: 'warn', destination }));
  await inSpan('job', {}, () => Promise.resolve());
  if (what === 'is gone') collector.close();
  await expect(stop()).resolves.toBeUndefined();
  expect(text).toContain('the last traces could not be exported');
});
