import type { Plugin } from 'vite';
import Icons from 'unplugin-icons/vite';

/** Icons as components, `~icons/lucide/…`: as large as the letters around them, and hidden from screen readers. */
export const icons = (): Plugin =>
  Icons({
    compiler: 'vue3',
    scale: 1,
    iconCustomizer: (_collection, _icon, props) => void (props['aria-hidden'] = 'true'),
  }) as Plugin;
