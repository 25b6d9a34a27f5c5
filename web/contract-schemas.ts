import { globSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const contract = /\/shared\/src\/contract\/[\w-]+\.ts$/;
const members = ['params', 'query', 'body', 'response'];
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
