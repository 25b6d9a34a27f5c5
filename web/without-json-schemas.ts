import type { Plugin } from 'vite';

/**
 * Leaves out of the pages what zod brings for writing JSON schemas: the server documents its routes with it, no page does, and
 * every schema’s method would keep it in the bundle.
 */
export function withoutJsonSchemas(): Plugin {
  const refusing = `() => { throw new Error('JSON schemas are not part of the pages') }`;
  const left: Record<string, readonly string[]> = {
    'core/to-json-schema.js': ['initializeContext', 'processSchema', 'process', 'extractDefs', 'finalize'],
    'core/json-schema-processors.js': ['allProcessors', 'toJSONSchema'],
    'classic/from-json-schema.js': ['fromJSONSchema'],
  };
  return {
    name: 'without-json-schemas',
    enforce: 'pre',
    load(id) {
      const names = left[/\/zod\/v4\/(.+)$/.exec(id)?.[1] ?? ''];
      if (!names) return undefined;
      const makers = ['createToJSONSchemaMethod', 'createStandardJSONSchemaMethod'];
      return [
        ...names.map((name) => `export const ${name} = ${refusing};`),
        ...makers.map((name) => `export const ${name} = () => ${refusing};`),
      ].join('\n');
    },
  };
}
