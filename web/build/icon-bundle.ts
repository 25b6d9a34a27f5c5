import { existsSync, globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { filesOf } from '../journey-chunks.ts';

/** Icons of the UI kit itself that any page may show. */
const kitIcons = ['check', 'chevron-down', 'chevron-right', 'loader-circle', 'minus', 'x'];
/** Those that only some of its components show. */
const rareKitIcons = ['chevron-left', 'chevron-up', 'chevrons-left', 'chevrons-right', 'ellipsis', 'plus', 'search'];
/** What every page is made of, and the way of a patient to the call. */
const startFiles = [
  'src/app/!(layouts)/**',
  'src/app/layouts/!(navigation.ts|staff*)',
  'src/ui/{forms,lists,page,people}/!(data-table.vue|shown-once.vue)',
  'src/ui/kit/**',
];
const startLegs = ['home', 'choose', 'prepare', 'wait'];

const collection = JSON.parse(
  readFileSync(createRequire(import.meta.url).resolve('@iconify-json/lucide/icons.json'), 'utf8'),
) as { icons: Record<string, { body: string }>; aliases?: Record<string, { parent: string }> };

/**
 * Bundles the icons that the sources name, so that nothing is fetched from outside: `virtual:icons/start` for every page,
 * `virtual:icons/rest` for the first page that shows another one.
 */
export function iconBundle(root: string): Plugin {
  return {
    name: 'icon-bundle',
    resolveId: (id) => (id.startsWith('virtual:icons/') ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith('\0virtual:icons/')) return undefined;
      const start = new Set([
        ...kitIcons,
        ...named(globSync(startFiles, { cwd: root }).map((file) => join(root, file))),
        ...named(startLegs.flatMap(filesOf).map((file) => join(root, '..', file))),
      ]);
      const rest = [
        ...rareKitIcons,
        ...named(globSync('src/**', { cwd: root }).map((file) => join(root, file))),
      ].filter((name) => !start.has(name));
      const names = id.endsWith('/start') ? start : new Set(rest);
      return `export default ${JSON.stringify(Object.fromEntries([...names].sort().map((name) => [name, bodyOf(name)])))}`;
    },
  };
}

function named(files: string[]): string[] {
  return files
    .filter((file) => /\.(vue|ts)$/.test(file) && existsSync(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/i-lucide-([a-z0-9-]+)/g)])
    .map(([, name]) => name ?? '');
}

function bodyOf(name: string): string {
  const icon = collection.icons[collection.aliases?.[name]?.parent ?? name];
  if (!icon) throw new Error(`no icon i-lucide-${name}`);
  return icon.body;
}
