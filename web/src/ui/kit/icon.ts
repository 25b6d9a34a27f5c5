import { h, markRaw, type Component } from 'vue';

/** As large as the letters around it, in their colour, and hidden from screen readers. */
const common = {
  viewBox: '0 0 24 24',
  width: '1em',
  height: '1em',
  fill: 'none',
  stroke: 'currentColor',
  'stroke-linecap': 'round',
  'stroke-linejoin': 'round',
  'stroke-width': '2',
  'aria-hidden': 'true',
};

/** Returns the component of an icon with these shapes, a constant of the build (`icons` in vite.config.ts). */
export const iconOf = (shapes: string): Component =>
  markRaw({ render: () => h('svg', { ...common, innerHTML: shapes }) });
