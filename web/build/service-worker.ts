import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Writes the service worker beside the pages, named after what was built: another build is another worker. */
export function serviceWorker(root: string): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    generateBundle(_options, bundle) {
      const source = readFileSync(join(root, 'service-worker/service-worker.js'), 'utf8');
      const names = Object.keys(bundle).sort().join('\n');
      const build = createHash('sha256').update(source).update(names).digest('hex').slice(0, 16);
      this.emitFile({
        type: 'asset',
        fileName: 'service-worker.js',
        source: source.replace('__BUILD__', build),
      });
    },
  };
}
