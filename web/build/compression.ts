import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

const compressible = /\.(m?js|css|svg|html|json|wasm)$/;
const MIN_BYTES = 1024;
/** Above this size the best Brotli takes longer than the whole build. */
const MAX_BYTES_AT_BEST = 1_000_000;

/**
 * Writes `.br` and `.gz` next to every built file that gets smaller, so that no request waits for compression. Not for a build in mode `test`, where it
 * would take most of the time.
 */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'precompress',
    apply: (_config, { command, mode }) => command === 'build' && mode !== 'test',
    configResolved: (config) => void (folder = join(config.root, config.build.outDir)),
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!compressible.test(name)) continue;
        const path = join(folder, name);
        const content = readFileSync(path);
        if (content.length < MIN_BYTES) continue;
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: content.length < MAX_BYTES_AT_BEST ? 11 : 9,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        };
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
        writeFileSync(`${path}.gz`, gzipSync(content, { level: 9 }));
      }
    },
  };
}
