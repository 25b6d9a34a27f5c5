import tailwind from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Icons from 'unplugin-icons/vite';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { precompress } from './build/compression.ts';
import { firstFiles, journeyOf } from './build/preload.ts';
import { classicScripts, pdfFiles } from './build/static-files.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Icons as components, `~icons/lucide/…`, each with its shapes only: icon.ts has what all of them share. */
export const icons = (): Plugin => Icons({ compiler: { extension: 'js', compiler: iconModule } }) as Plugin;

function iconModule(svg: string): string {
  const shapes = svg.replace(/^<svg[^>]*>|<\/svg>$/g, '').replaceAll(commonStroke, '');
  return `import { iconOf } from ${JSON.stringify(join(root, 'src/ui/kit/icon.ts'))};\nexport default iconOf(${JSON.stringify(shapes)});`;
}

/** Of every shape of Lucide. */
const commonStroke =
  / (fill="none"|stroke="currentColor"|stroke-linecap="round"|stroke-linejoin="round"|stroke-width="2")/g;

/**
 * What every page needs is one file, and so are the parts of Reka UI. Each step of the patient’s way is one more: its pages with all that they import
 * and no earlier step has. The steps are in the order of the routes. Other pages are divided by what they share.
 */
async function groups() {
  const journey = await journeyOf(root);
  return [
    { name: 'start', tags: ['$initial' as const], priority: journey.length + 2 },
    {
      name: 'ui',
      test: /\/node_modules\/(reka-ui|@floating-ui|@vueuse|aria-hidden)\//,
      includeDependenciesRecursively: false,
      priority: journey.length + 1,
    },
    ...journey.map(({ name, files }, at) => ({
      name,
      test: (module: string) => files.includes(module),
      priority: journey.length - at,
    })),
  ];
}

export default defineConfig(async ({ command }): Promise<UserConfig> => ({
  plugins: [vue(), icons(), firstFiles(root), pdfFiles(), classicScripts(root), precompress(), tailwind()],
  define: {
    __VUE_OPTIONS_API__: 'false',
    __VUE_PROD_DEVTOOLS__: 'false',
  },
  build: {
    target: 'es2022',
    sourcemap: false,
    // Pages have next to no styles of their own: a file of a few hundred bytes would hold up the page that it is for.
    cssCodeSplit: false,
    // Browsers that this is built for know it.
    modulePreload: {
      polyfill: false,
      // The first file would name what every page imports; index.html does so already, and the router asks boot/page-files.ts.
      resolveDependencies: (_file, files, { hostId }) =>
        /\/start-/.test(hostId) ? files.filter((file) => file.endsWith('.css')) : files,
    },
    // A data: address would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        entryFileNames: 'assets/start-[hash].js',
        codeSplitting: { groups: command === 'build' ? await groups() : [] },
      },
      treeshake: {
        // A page pays for what it uses of a folder's index.ts, not for all that the index offers.
        moduleSideEffects: [
          {
            test: /\/web\/src\/(main\.ts|app\/route-meta\.ts|features\/chat\/outbox\/(index|kept-items)\.ts|core\/autosave\/(index|drafts\/(index|at-sign-out))\.ts)$|\.css|type=style/,
            sideEffects: true,
          },
          { test: /\/(web|shared)\/src\//, sideEffects: false },
        ],
        manualPureFunctions: ['routesOf', 'defineRoute', 'defineStateMachine', 'z'],
      },
    },
  },
}));
