import { join } from 'node:path';
import type { Plugin, ProxyOptions, ViteDevServer } from 'vite';
import { root } from '../paths.ts';

/** Where the pages and the api are. */
interface Addresses {
  /** The address of the api. */
  api: string;
  /** The port of the pages. */
  port: number;
}

/** Starts Vite in front of the api: pages from their sources, everything else from the api. Both share one origin, as in production. */
export async function servePages({ api, port }: Addresses): Promise<ViteDevServer> {
  // Vite is available only after the packages have been installed.
  const { createServer } = await import('vite');
  const folder = join(root, 'web');
  const proxied: ProxyOptions = { target: api, ws: true, configure: restarting };
  const pages = await createServer({
    root: folder,
    configFile: join(folder, 'vite.config.ts'),
    plugins: [withHeadersOf(api)],
    server: {
      port,
      strictPort: true,
      proxy: { '/api': proxied, '/healthz': proxied, '/readyz': proxied, '/socket.io': proxied },
    },
  });
  await pages.listen();
  return pages;
}

/** While the api restarts, its pages get a temporary error and retry. */
const restarting: NonNullable<ProxyOptions['configure']> = (proxy) => {
  proxy.on('error', (_error, _request, response) => {
    if ('writeHead' in response && !response.headersSent) response.writeHead(503).end();
  });
};

/** Gives pages the content security policy of production; a worker may run WebAssembly. */
function withHeadersOf(api: string): Plugin {
  let known: Promise<[string, string][]> | undefined;
  return {
    name: 'yunzhen:headers-of-the-api',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        known ??= pageHeaders(api);
        known.then(
          (headers) => {
            const wasm = request.url?.includes('worker_file');
            for (const [name, value] of headers) {
              response.setHeader(name, wasm ? value.replace(/script-src 'self'/, "$& 'wasm-unsafe-eval'") : value);
            }
            next();
          },
          () => {
            known = undefined;
            next();
          },
        );
      });
    },
  };
}

async function pageHeaders(api: string): Promise<[string, string][]> {
  const { headers } = await fetch(`${api}/healthz`);
  return [...headers].filter(([name]) => name.endsWith('-policy') || name === 'x-content-type-options');
}
