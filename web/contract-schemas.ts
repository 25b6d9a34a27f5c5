import { globSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { journeyOf } from './journey-chunks.ts';

const contract =
  /\/shared\/src\/(?:[\w-]+\/[\w-]+\.contract|core\/(?:ack|common|contact|record-socket|route)|contract\/[\w-]+)\.ts(\?way)?$/;
/** What of a route the server goes by, and a page only where it says so. */
const members = ['params', 'query', 'body', 'response', 'name', 'summary', 'rateLimit', 'bodyLimit', 'accepts'];
const named = new RegExp(`\\b\\w+\\.(?:${members.join('|')})\\b`, 'g');

interface Span {
  readonly start: number;
  readonly end: number;
}
interface Expression extends Span {
  readonly type: string;
  readonly callee?: { readonly name?: string };
  readonly arguments?: readonly {
    readonly properties?: readonly (Span & { readonly key: { readonly name?: string } })[];
  }[];
}
interface Statement {
  readonly declaration?: Statement | null;
  readonly declarations?: readonly { readonly id: { readonly name?: string }; readonly init?: Expression | null }[];
}

/**
 * Leaves out of the pages the schemas of routes that no page names: the server checks what it is asked and, in development and tests,
 * what it answers. A page that only calls a route then pays for neither its schemas nor the library. `npm run dev` keeps them all.
 * The pages of the patient’s way have the contract to themselves: a bundler keeps a module in one file, which would hold staff’s routes too.
 */
export function contractSchemas(root: string): Plugin {
  let kept: ReadonlySet<string> = new Set();
  return {
    name: 'contract-schemas',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      const sources = globSync('src/**/*.{ts,vue}', { cwd: root }).map((file) =>
        readFileSync(`${root}/${file}`, 'utf8'),
      );
      kept = new Set(sources.flatMap((source) => source.match(named) ?? []));
    },
    async resolveId(id, importer = '') {
      if (!/^(@yunzhen\/shared|\.\.?)\//.test(id) || !(journeyOf(importer) || importer.endsWith('?way')))
        return undefined;
      const found = await this.resolve(id, importer.replace(/\?way$/, ''), { skipSelf: true });
      return found && contract.test(found.id) ? `${found.id}?way` : undefined;
    },
    load: (id) => (/\.ts\?way$/.test(id) ? readFileSync(id.slice(0, -4), 'utf8') : undefined),
    transform(code, id) {
      if (!contract.test(id)) return undefined;
      const { body } = this.parse(code, { lang: 'ts' }) as unknown as { readonly body: readonly Statement[] };
      const edits = body
        .flatMap((statement) => (statement.declaration ?? statement).declarations ?? [])
        .flatMap(({ id: { name = '' }, init }) =>
          init ? editsOf(init, (member) => kept.has(`${name}.${member}`), code) : [],
        );
      return edits
        .toSorted((a, b) => b.start - a.start)
        .reduce((text, { start, end, by }) => text.slice(0, start) + by + text.slice(end), code);
    },
  };
}

/** Of a route the members that nobody names go; a schema is marked as made for its own sake, so that it goes when nobody uses it. */
function editsOf(
  init: Expression,
  isNamed: (member: string) => boolean,
  code: string,
): (Span & { readonly by: string })[] {
  if (init.callee?.name === 'defineRoute') {
    return (init.arguments?.[0]?.properties ?? [])
      .filter(({ key: { name = '' } }) => members.includes(name) && !isNamed(name))
      .map(({ start, end }) => ({ start, end: code[end] === ',' ? end + 1 : end, by: '' }));
  }
  if (init.type !== 'CallExpression' && init.type !== 'ObjectExpression') return [];
  return [
    { start: init.start, end: init.start, by: '/* @__PURE__ */ (() => (' },
    { start: init.end, end: init.end, by: '))()' },
  ];
}
