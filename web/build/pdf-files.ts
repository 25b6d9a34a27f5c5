import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const folder = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };

/** Of the decoders only the plain JavaScript: the content security policy allows no WebAssembly. */
const parts = { cmaps: /./, standard_fonts: /./, wasm: /_nowasm_fallback\.js$|^LICENSE/ };

/**
 * Serves what pdf.js loads when a file needs it: decoders of scans, encodings of Chinese text, and standard fonts. `PDF_FILES` is the address of
 * their folder, which has the version in its name.
 */
export function pdfFiles(): Plugin {
  const built = `assets/pdf-${version}`;
  return {
    name: 'pdf-files',
    config: (_config, { command }) => ({
      define: { PDF_FILES: JSON.stringify(command === 'build' ? `/${built}/` : `/@fs${folder}/`) },
    }),
    generateBundle() {
      for (const [part, wanted] of Object.entries(parts))
        for (const name of readdirSync(join(folder, part)).filter((each) => wanted.test(each)))
          this.emitFile({
            type: 'asset',
            fileName: `${built}/${part}/${name}`,
            source: readFileSync(join(folder, part, name)),
          });
    },
  };
}
