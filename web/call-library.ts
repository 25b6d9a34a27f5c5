import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const none = '\0call-library/none';
const silent = '\0call-library/silent';
const said = /^\s*logger\.(?:debug|warn|error)\([\s\S]*?\);$/gm;
/** Sessions are described with the library’s version, for which it asks its whole face. */
const version = '\0call-library/version';

/**
 * The video library brings a program for every browser that there is, a false one for tests, and the means to write down what it does.
 * Here a page gets what every browser needs; its own browser's program is fetched by name (`lib/rtc/device-loader.ts`).
 */
export function callLibrary(root: string): Plugin {
  const { resolve } = createRequire(join(root, 'vite.config.ts'));
  const device = join(resolve('mediasoup-client'), '..', 'Device.js');
  const speaks = /\/(mediasoup-client|awaitqueue|h264-profile-level-id)\//;
  return {
    name: 'call-library',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer = '') {
      if (id === 'mediasoup-client') return device;
      if (id.startsWith('./handlers/') && importer === device) return none;
      if (id === '../../' && importer.endsWith('/RemoteSdp.js')) return version;
      return id === 'debug' && speaks.test(importer) ? silent : undefined;
    },
    transform(code, id) {
      // What nobody hears need not be said either.
      return speaks.test(id) && id.endsWith('.js') ? code.replace(said, '') : undefined;
    },
    load(id) {
      if (id === none) return 'export {};';
      if (id === version) return `export const version = ${JSON.stringify(versionOf(device))};`;
      return id === silent ? 'export default () => () => undefined;' : undefined;
    },
  };
}

function versionOf(device: string): string {
  const [, version] = /exports\.version = '([\d.]+)'/.exec(readFileSync(join(device, '..', 'index.js'), 'utf8')) ?? [];
  if (!version) throw new Error('the video library does not say its version');
  return version;
}
