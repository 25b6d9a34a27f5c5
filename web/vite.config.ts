import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { callLibrary } from './call-library.ts';
import { codeSplitting } from './chunks.ts';
import { contractSchemas } from './contract-schemas.ts';
import { firstFiles } from './build/preload.ts';
import { iconBundle } from './build/icon-bundle.ts';
import { kitParts } from './kit-parts.ts';
import { libraryParts } from './library-parts.ts';
import { ownParts } from './own-parts.ts';
import { precompress } from './build/compression.ts';
import { serviceWorker } from './build/service-worker.ts';
import { withoutJsonSchemas } from './without-json-schemas.ts';

/** Where `npm run dev` finds the api; the built pages are served by the api itself, on one origin. */
const api = `http://localhost:${process.env['PORT'] ?? '8080'}`;

const root = fileURLToPath(new URL('.', import.meta.url));

export default defineConfig({
  resolve: {
    alias: { '@iconify/vue': `${root}src/ui/bundled-icon.ts` },
    // The kit and its base bring an older one each.
    dedupe: ['@vueuse/core', '@vueuse/shared'],
  },
  plugins: [
    kitParts(root),
    libraryParts(root),
    callLibrary(root),
    vue(),
    iconBundle(root),
    contractSchemas(root),
    withoutJsonSchemas(),
    firstFiles(root),
    serviceWorker(root),
    precompress(),
    ui({
      autoImport: false,
      dts: false,
      // The scheme is set by public/color-scheme.js before the first paint and kept by src/app/color-mode.ts.
      colorMode: false,
      components: { dirs: [], resolvers: [ownParts(root)] },
      theme: { colors: ['primary', 'secondary', 'success', 'info', 'warning', 'error'] },
      ui: {
        colors: {
          primary: 'celadon',
          secondary: 'sky',
          success: 'emerald',
          info: 'sky',
          warning: 'amber',
          error: 'rose',
          neutral: 'stone',
        },
        badge: { slots: { base: 'font-medium' } },
        // The kit rounds a box by the radius of cards, which makes it look like a choice of one.
        checkbox: { slots: { base: 'rounded-[0.1875rem]' } },
        // Under the pointer a solid button gets darker (lighter in dark mode): the kit's fainter one misses 4.5:1.
        button: {
          compoundVariants: [
            {
              color: 'primary',
              variant: 'solid',
              class: 'hover:bg-celadon-800 active:bg-celadon-800 dark:hover:bg-celadon-300 dark:active:bg-celadon-300',
            },
            { color: 'error', variant: 'solid', class: 'hover:bg-error/90 active:bg-error/90' },
          ],
        },
      },
      icon: { clientBundle: false },
    }),
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
      // The first file would name what every page imports; index.html does so already, and the router asks there (first-files.ts).
      resolveDependencies: (_file, files, { hostId }) =>
        /\/start-/.test(hostId) ? files.filter((file) => file.endsWith('.css')) : files,
    },
    // A data: address would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: { codeSplitting },
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
  server: {
    proxy: {
      '/api': api,
      '/healthz': api,
      '/socket.io': { target: api, ws: true },
    },
  },
});
