import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

/** Scripts outside the module graph, each bundled into one classic script at the root of the pages. */
const sources = {
  'boot.js': 'src/app/boot/boot.ts',
  'first-requests.js': 'src/app/boot/first-requests.ts',
  'service-worker.js': 'service-worker/service-worker.js',
};

/** Builds the classic scripts, and serves them from the same sources in development. */
export function classicScripts(root: string): Plugin {
  return {
    name: 'classic-scripts',
    async generateBundle(_options, bundle) {
      const names = Object.keys(bundle).sort().join('\n');
      const buildId = createHash('sha256').update(names).digest('hex').slice(0, 16);
      for (const [fileName, path] of Object.entries(sources))
        this.emitFile({ type: 'asset', fileName, source: await bundled(join(root, path), buildId) });
    },
    configureServer(server) {
      for (const [fileName, path] of Object.entries(sources)) {
        server.middlewares.use(`/${fileName}`, (_request, response, next) => {
          bundled(join(root, path), 'development').then(
            (code) => response.setHeader('content-type', 'text/javascript').end(code),
            next,
          );
        });
      }
    },
  };
}

/** `__BUILD__` identifies the build: other files make a new service worker. */
async function bundled(entry: string, buildId: string): Promise<string> {
  const result = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { __BUILD__: JSON.stringify(buildId) },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      rolldownOptions: {
        input: entry,
        output: { format: 'iife' },
        treeshake: { manualPureFunctions: ['defineRoute'] },
      },
    },
  });
  if (!('output' in result)) throw new Error(`${entry} was not bundled once`);
  return result.output[0].code;
}
