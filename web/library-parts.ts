import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const imported = /import \{([^}]+)\} from ["']@vueuse\/core["'];?/g;
const by = /\/web\/src\/|\/@nuxt\/ui\/dist\/runtime\/composables\//;
/** What many pages use: in one copy, since these have much in common. */
const common =
  /^(createSharedComposable|refDebounced|use(DebounceFn|DocumentVisibility|ElementVisibility|EventListener|IntervalFn|MediaQuery|Now|Online|TimeoutFn|WakeLock))$/;
const part = /\/@vueuse\/(?:core|shared)\/dist\/index\.js\?for=/;

const useOf = (name: string) => (common.test(name) ? 'pages' : name);

/**
 * VueUse is one module, and a bundler keeps a module in one file: the first file of every page would hold each function that some page
 * somewhere uses. Here what our pages import stands in a module of its own for each function, and what the UI kit’s larger parts import in one more.
 * The functions keep nothing that copies of them would have to share.
 */
export function libraryParts(root: string): Plugin {
  const { resolve } = createRequire(join(root, 'vite.config.ts'));
  const core = resolve('@vueuse/core');
  const shared = createRequire(core).resolve('@vueuse/shared');
  return {
    name: 'library-parts',
    apply: 'build',
    enforce: 'pre',
    resolveId(id, importer = '') {
      const [library, use = /\?for=(\w+)/.exec(importer)?.[1] ?? 'kit'] = id.split('?for=');
      // Its own smaller file has nothing for its developers’ tools in it.
      if (library === 'pinia') return join(resolve('pinia'), '..', 'pinia.esm-browser.prod.js');
      if (library === '@vueuse/core') return `${core}?for=${use}`;
      return library === '@vueuse/shared' ? `${shared}?for=${use}` : undefined;
    },
    load: (id) => (part.test(id) ? readFileSync(id.replace(/\?.*$/, ''), 'utf8') : undefined),
    transform: {
      order: 'post',
      handler(code, id) {
        if (!by.test(id) || !code.includes('@vueuse/core')) return undefined;
        return code.replace(imported, (_, names: string) =>
          names
            .split(',')
            .map((name) => name.trim())
            .filter((name) => name && !name.startsWith('type '))
            .map((name) => `import { ${name} } from "@vueuse/core?for=${useOf(name.split(' ')[0] ?? '')}";`)
            .join(' '),
        );
      },
    },
  };
}
