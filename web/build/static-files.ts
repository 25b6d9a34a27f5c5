import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build, type Plugin } from 'vite';

// Files outside the module graph, which are fetched by their address.

/** Scripts, each bundled into one classic script at the root of the pages. */
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
        treeshake: { manualPureFunctions: ['routesOf', 'defineRoute'] },
      },
    },
  });
  if (!('output' in result)) throw new Error(`${entry} was not bundled once`);
  return result.output[0].code;
}

const pdfFolder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version: pdfVersion } = JSON.parse(readFileSync(join(pdfFolder, 'package.json'), 'utf8')) as {
  version: string;
};

/** Of the decoders only the plain JavaScript: the content security policy allows no WebAssembly. */
const pdfParts = { cmaps: /./, standard_fonts: /./, wasm: /_nowasm_fallback\.js$|^LICENSE/ };

/**
 * Serves what pdf.js loads when a file needs it: decoders of scans, encodings of Chinese text, and standard fonts. `PDF_FILES` is the address of
 * their folder, which has the version in its name.
 */
export function pdfFiles(): Plugin {
  const built = `assets/pdf-${pdfVersion}`;
  return {
    name: 'pdf-files',
    config: (_config, { command }) => ({
      define: { PDF_FILES: JSON.stringify(command === 'build' ? `/${built}/` : `/@fs${pdfFolder}/`) },
    }),
    generateBundle() {
      for (const [part, wanted] of Object.entries(pdfParts))
        for (const name of readdirSync(join(pdfFolder, part)).filter((each) => wanted.test(each)))
          this.emitFile({
            type: 'asset',
            fileName: `${built}/${part}/${name}`,
            source: readFileSync(join(pdfFolder, part, name)),
          });
    },
  };
}
