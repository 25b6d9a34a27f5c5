import type { Plugin } from 'vite';

/** Moves the stylesheet behind the shell of index.html: in the head it would hold up the first paint until it has arrived. */
export function lateStyles(): Plugin {
  return {
    name: 'late-styles',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        const links = html.match(/\s*<link rel="stylesheet" crossorigin[^>]*>/g) ?? [];
        if (links.length !== 1) throw new Error(`index.html has ${links.length} stylesheets of the build`);
        return html.replace(links[0] ?? '', '').replace('</body>', `${links[0]?.trimStart()}\n  </body>`);
      },
    },
  };
}
