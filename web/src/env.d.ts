/// <reference types="vite/client" />

declare module 'virtual:icons/*' {
  /** Name of the icon → what is drawn, as the inside of an SVG of 24 × 24. */
  const icons: Record<string, string>;
  export default icons;
}
