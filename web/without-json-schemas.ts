import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const parts = /\/zod\/v4\/(core\/to-json-schema|core\/json-schema-processors|classic\/from-json-schema)\.js$/;
const exported = /export (?:const|function) (\w+)|export \{ \w+ as (\w+) \}/g;

/**
 * Leaves out of the pages what zod brings for writing JSON schemas: the server documents its routes with it, no page does, and
 * every schema’s method would keep it in the bundle.
 */
export function withoutJsonSchemas(): Plugin {
  const refusing = `() => { throw new Error('JSON schemas are not part of the pages') }`;
  return {
    name: 'without-json-schemas',
    enforce: 'pre',
    load(id) {
      if (!parts.test(id)) return undefined;
      const names = [...readFileSync(id, 'utf8').matchAll(exported)].map(([, name, alias]) => name ?? alias ?? '');
      // What makes a schema’s method is called for each schema, the method itself by nobody.
      const made = (name: string) => (name.startsWith('create') ? `() => ${refusing}` : refusing);
      return names.map((name) => `export const ${name} = ${made(name)};`).join('\n');
    },
  };
}
