import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { gzip as zopfli } from '@gfx/zopfli';
import type { Plugin } from 'vite';
import { legNames } from '../patient-way.ts';

const worthIt = /\.(js|css|svg|html|json|wasm)$/;
const leastBytes = 1024;
/** Above it, the last hundredth takes longer than the whole build. */
const mostBytes = 1_000_000;
/** What phones fetch on the patient’s way: there more time is spent on a gzip that is some 4 % smaller. */
const walked = new RegExp(
  `^(start|style|fields|rest|texts-[\\w-]+|call-library|${legNames.join('|')})-[\\w-]{8}\\.(js|css)$`,
);

/** Writes `.br` and `.gz` beside every built file that gets smaller, so that no request waits for a compressor. */
export function precompress(): Plugin {
  let folder = '';
  return {
    name: 'precompress',
    apply: 'build',
    configResolved: (config) => void (folder = join(config.root, config.build.outDir)),
    async closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        if (!worthIt.test(name)) continue;
        const path = join(folder, name);
        const content = readFileSync(path);
        if (content.length < leastBytes) continue;
        writeFileSync(
          `${path}.gz`,
          walked.test(basename(name)) ? await smallest(content) : gzipSync(content, { level: 9 }),
        );
        const params = {
          [constants.BROTLI_PARAM_QUALITY]: content.length < mostBytes ? 11 : 9,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        };
        writeFileSync(`${path}.br`, brotliCompressSync(content, { params }));
      }
    },
  };
}

const smallest = (content: Buffer) => promisify(zopfli)(content, { numiterations: 5 });
