import ui from '@nuxt/ui/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

/** Where `npm run dev` finds the api; the built pages are served by the api itself, on one origin. */
const api = `http://localhost:${process.env['PORT'] ?? '8080'}`;

export default defineConfig({
  plugins: [
    vue(),
    ui({
      autoImport: false,
      dts: false,
      // The scheme is set by public/color-scheme.js before the first paint and kept by src/app/color-mode.ts.
      colorMode: false,
      components: { dirs: [] },
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
        formField: { slots: { label: 'font-medium', error: 'mt-1.5', help: 'mt-1.5 text-muted' } },
        // At full strength: the kit's fainter description misses the contrast of 4.5:1 on tinted ground.
        alert: { slots: { description: 'opacity-100' } },
        badge: { slots: { base: 'font-medium' } },
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
      // Every icon that the sources name is bundled, so that nothing is fetched from outside at run time.
      icon: { clientBundle: { scan: { globInclude: ['src/**/*.{vue,ts}'] }, sizeLimitKb: 512 } },
    }),
  ],
  define: {
    __VUE_OPTIONS_API__: 'true',
    __VUE_PROD_DEVTOOLS__: 'false',
    __VUE_I18N_FULL_INSTALL__: 'false',
    __VUE_I18N_LEGACY_API__: 'false',
    __INTLIFY_PROD_DEVTOOLS__: 'false',
  },
  build: {
    target: 'es2022',
    sourcemap: false,
    // A data: address would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      '/api': api,
      '/healthz': api,
      '/socket.io': { target: api, ws: true },
    },
  },
});
