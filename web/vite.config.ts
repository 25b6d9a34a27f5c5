import tailwind from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { fileURLToPath } from 'node:url';
import Icons from 'unplugin-icons/vite';
import { defineConfig, type Plugin } from 'vite';
import { precompress } from './build/compression.ts';
import { lateStyles } from './build/late-styles.ts';
import { pdfFiles } from './build/pdf-files.ts';
import { firstFiles } from './build/preload.ts';
import { classicScripts } from './build/scripts.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** Icons as components, `~icons/lucide/…`: as large as the letters around them, and hidden from screen readers. */
export const icons = (): Plugin =>
  Icons({
    compiler: 'vue3',
    scale: 1,
    iconCustomizer: (_collection, _icon, props) => void (props['aria-hidden'] = 'true'),
  }) as Plugin;

/**
 * What every page needs is one file, and so are the parts of Reka UI. Each step of the patient's way is one more: its page with all that
 * the page imports and no earlier step has. A lower priority is a later step. Other pages are divided by what they share.
 */
const groups = [
  { name: 'start', tags: ['$initial' as const], priority: 7 },
  {
    name: 'ui',
    test: /\/node_modules\/(reka-ui|@floating-ui|@vueuse|aria-hidden)\//,
    includeDependenciesRecursively: false,
    priority: 6,
  },
  { name: 'home', test: /\/(sign-in\.view|patient\.layout|home\.view)\.vue/, priority: 5 },
  { name: 'choose', test: /\/visits\/request\/[\w-]+\.view\.vue/, priority: 4 },
  { name: 'prepare', test: /\/prepare-visit\.view\.vue/, priority: 3 },
  { name: 'wait', test: /\/waiting-room\.view\.vue/, priority: 2 },
  { name: 'call', test: /\/patient-call\.view\.vue/, priority: 1 },
];

export default defineConfig({
  resolve: {
    // Reka UI brings an older one.
    dedupe: ['@vueuse/core', '@vueuse/shared'],
  },
  plugins: [
    vue(),
    icons(),
    firstFiles(root),
    lateStyles(),
    pdfFiles(),
    classicScripts(root),
    precompress(),
    tailwind(),
  ],
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
      output: { codeSplitting: { groups } },
      treeshake: {
        // A page pays for what it uses of a folder's index.ts, not for all that the index offers.
        moduleSideEffects: [
          {
            test: /\/web\/src\/(main\.ts|app\/(first-font|route-meta)\.ts|features\/chat\/outbox\/(index|kept-items)\.ts|core\/autosave\/(index|drafts\/(index|at-sign-out))\.ts)$|\.css|type=style/,
            sideEffects: true,
          },
          { test: /\/(web|shared)\/src\//, sideEffects: false },
        ],
        manualPureFunctions: ['defineRoute', 'z'],
      },
    },
  },
});
