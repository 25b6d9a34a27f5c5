import { createServer, type Server } from 'node:http';
import { collectDefaultMetrics, Registry } from 'prom-client';

export interface MetricsServer {
  registry: Registry;
  /** Starts to serve `/metrics`. Resolves with the port. */
  listen(port: number, host: string): Promise<number>;
  close(): Promise<void>;
}

/** Serves Prometheus metrics on a separate port, so that the public address never exposes them. */
export function createMetricsServer(process: string): MetricsServer {
  const registry = new Registry();
  registry.setDefaultLabels({ process });
  collectDefaultMetrics({ register: registry });
  const server: Server = createServer((request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end();
    registry.metrics().then(
      (text) => response.writeHead(200, { 'content-type': registry.contentType }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return {
    registry,
    listen: (port, host) =>
      new Promise((done, failed) => {
        server.once('error', failed);
        server.listen(port, host, () => {
          const address = server.address();
          done(typeof address === 'object' && address ? address.port : port);
        });
      }),
    close: () => new Promise((done) => server.close(() => done())),
  };
}
