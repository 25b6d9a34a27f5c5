import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const imported = /import \{([^}]+)\} from ["']reka-ui\/namespaced["'];?/g;
const prefix = 'virtual:kit-part/';

/**
 * The UI kit takes some of its base’s parts as whole families from one module. A bundler keeps a module in one chunk, so that a page
 * with one menu paid for every combobox and popover of all pages. Here each family is a module of its own.
 */
export function kitParts(root: string): Plugin {
  const base = join(dirname(createRequire(join(root, 'vite.config.ts')).resolve('reka-ui')), 'namespaced', 'index.mjs');
  const families = familiesOf(readFileSync(base, 'utf8'));
  return {
    name: 'kit-parts',
    enforce: 'pre',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return undefined;
      const name = id.slice(prefix.length + 1);
      const body = families.get(name);
      if (!body) throw new Error(`the kit’s base has no family ${name}`);
      const parts = [...new Set([...body.matchAll(/: (\w+)/g)].map(([, part]) => part ?? ''))];
      return `import { ${parts.join(', ')} } from 'reka-ui';\nexport const ${name} = ${body};\n`;
    },
    transform(code, id) {
      if (!id.includes('/@nuxt/ui/') || !code.includes('reka-ui/namespaced')) return undefined;
      return code.replace(imported, (_, names: string) =>
        names
          .split(',')
          .map((name) => name.trim())
          .filter(Boolean)
          .map((name) => `import { ${name} } from "${prefix}${name.split(' ')[0] ?? ''}";`)
          .join(' '),
      );
    },
  };
}

/** Each family’s object literal as it stands in the base. */
function familiesOf(code: string): Map<string, string> {
  return new Map([...code.matchAll(/^const (\w+) = (\{[^}]*\});/gm)].map(([, name = '', body = '']) => [name, body]));
}
