import tailwind from '@tailwindcss/vite';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';
import { icons } from '../vite.config.ts';

/** As the pages are built, without what concerns their delivery. */
export default defineConfig({
  plugins: [vue(), icons(), tailwind()],
});
