import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const none = '\0call-library/none';
const silent = '\0call-library/silent';
/** Sessions are described with the library’s version, for which it asks its whole face. */
const version = '\0call-library/version';

/** Its own modules and those of its makers that it needs, all written by one compiler. */
const itsOwn = /\/(mediasoup-client|awaitqueue|h264-profile-level-id)\/lib\/.*\.js$/;
/** What is fetched by name, and what belongs to data channels: a call has none. */
const unused = /^\.\/(handlers\/\w+|Data(Producer|Consumer))$/;
const unusedNames = 'DataProducer DataConsumer Chrome111 Chrome74 Firefox120 Safari12 ReactNative106 FakeHandler'.split(
  ' ',
);

/**
 * The video library brings a program for every browser that there is, data channels, and the means to write down what it does.
 * Here a page gets what a call in any browser needs; its own browser’s program is fetched by name (`core/rtc/media/device-loader.ts`). It is
 * compiled for Node’s kind of modules, which a bundler keeps whole; told as modules of today, what nobody asks for goes.
 */
export function callLibrary(root: string): Plugin {
  const { resolve } = createRequire(join(root, 'vite.config.ts'));
  const device = join(resolve('mediasoup-client'), '..', 'Device.js');
  const queue = join(createRequire(device).resolve('awaitqueue'), '..', 'AwaitQueue.js');
  const events = join(root, 'src/core/rtc/media/library-events.ts');
  return {
    name: 'call-library',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer = '') {
      if (id === 'mediasoup-client') return device;
      if (!itsOwn.test(importer)) return undefined;
      if (id === 'awaitqueue') return queue;
      if (id.endsWith('/enhancedEvents')) return events;
      if (id.endsWith('/Logger')) return silent;
      if (id === '../../') return version;
      return unused.test(id) ? none : undefined;
    },
    transform: (code, id) => (itsOwn.test(id) ? { code: asModule(code, id), moduleSideEffects: false } : undefined),
    load(id) {
      if (id === none) return unusedNames.map((name) => `export const ${name} = undefined;`).join('\n');
      if (id === version) return `export const version = ${JSON.stringify(versionOf(device))};`;
      return id === silent ? 'export class Logger { debug() {} warn() {} error() {} }' : undefined;
    },
  };
}

const rewritings: readonly [RegExp, string][] = [
  // How modules of Node’s kind see each other.
  [/^var __\w+ = [\s\S]*?^Object\.defineProperty\(exports, "__esModule".*$/m, ''],
  [/^Object\.defineProperty\(exports, "__esModule".*$/m, ''],
  [/^exports\.[\w.= ]+ = void 0;$/gm, ''],
  [/^exports\.(\w+) = \1;$/gm, 'export { $1 };'],
  [/\(exports\.(\w+) = \1 = \{\}\)/g, '($1 = {})'],
  [/^const (\w+) = (?:__importStar\()?require\("([^"]+)"\)\)?;$/gm, 'import * as $1 from "$2";'],
  // What nobody hears need not be said either.
  [/^\s*logger\.(?:debug|warn|error)\([\s\S]*?\);$/gm, ''],
  [/= (new Logger_1\.Logger\()/g, '= /* @__PURE__ */ $1'],
  // Of data channels.
  [/^ {4}(?:async )?(?:(?:produce|consume)Data|handleData\w+|(?:send|receive)DataChannel)\([\s\S]*?^ {4}\}$/gm, ''],
];

function asModule(code: string, id: string): string {
  const told = rewritings.reduce((text, [from, to]) => text.replace(from, to), code);
  if (/\b(require\(|exports\b|__import)/.test(told)) throw new Error(`${id} is not written as this expects`);
  return told;
}

function versionOf(device: string): string {
  const [, version] = /exports\.version = '([\d.]+)'/.exec(readFileSync(join(device, '..', 'index.js'), 'utf8')) ?? [];
  if (!version) throw new Error('the video library does not say its version');
  return version;
}
