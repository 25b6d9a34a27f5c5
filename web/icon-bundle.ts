import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Plugin } from 'vite';

/** Icons of the UI kit itself that any page may show. */
const kitIcons = ['check', 'chevron-down', 'chevron-right', 'loader-circle', 'minus', 'x'];
/** Those that only some of its components show. */
const rareKitIcons = ['chevron-left', 'chevron-up', 'chevrons-left', 'chevrons-right', 'ellipsis', 'plus', 'search'];
/** What every page is made of, and the way of a patient to the call. */
const startFolders = ['app', 'ui', 'features/account', 'features/care'];

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
      const start = new Set([...kitIcons, ...named(root, startFolders)]);
      const rest = [...rareKitIcons, ...named(root, ['.'])].filter((name) => !start.has(name));
      const names = id.endsWith('/start') ? start : new Set(rest);
      return `export default ${JSON.stringify(Object.fromEntries([...names].sort().map((name) => [name, bodyOf(name)])))}`;
    },
  };
}

function named(root: string, folders: string[]): string[] {
  return folders
    .flatMap((folder) => globSync(`src/${folder}/**/*.{vue,ts}`, { cwd: root }))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/i-lucide-([a-z0-9-]+)/g)])
    .map(([, name]) => name ?? '');
}

function bodyOf(name: string): string {
  const icon = collection.icons[collection.aliases?.[name]?.parent ?? name];
  if (!icon) throw new Error(`no icon i-lucide-${name}`);
  return icon.body;
}
