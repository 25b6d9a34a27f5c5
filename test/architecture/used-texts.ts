import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import english from '../../web/src/app/texts/en/index.ts';
import { root } from './cruise.ts';
import { keysIn } from './text-keys.ts';

interface Tree {
  readonly [key: string]: string | Tree;
}

function flatten(tree: Tree, path = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : flatten(value, `${path}${key}.`),
  );
}

/** The keys of all texts. */
export const keys = flatten(english);
/** The first words of keys. */
export const areas = Object.keys(english);
/** The sources of web without tests and texts. */
export const files = globSync('web/src/**/*.{ts,vue}', { cwd: root }).filter(
  (file) => !/\.test\.ts$|\/texts\/|\/texts\.[\w-]+\.ts$/.test(file),
);
export const sourceOf = (file: string): string => readFileSync(join(root, file), 'utf8');
/** The keys that sources name, with `*` for values in them. */
export const used = files.flatMap((file) => keysIn(sourceOf(file), areas).map((key) => ({ file, key })));

/** Returns the text of a key; empty when there is none. */
export function textOf(key: string): string {
  const found = key
    .split('.')
    .reduce<string | Tree | undefined>((at, part) => (typeof at === 'object' ? at[part] : undefined), english);
  return typeof found === 'string' ? found : '';
}
