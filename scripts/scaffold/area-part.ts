import type { Draft } from './draft.ts';
import type { Name } from './names.ts';

/** Declares an area that uses only the sessions of accounts in the web. */
export function declareArea(draft: Draft, area: Name): void {
  const edges = '.area-edges.cjs';
  const key = area.kebab.includes('-') ? `'${area.kebab}'` : area.kebab;
  const server = /^const serverEdges[^]*?^\};/m.exec(draft.read(edges))?.[0] ?? '';
  const none = server.includes('reads:') ? '{ uses: [], reads: [] }' : '[]';
  draft.insertBefore(edges, /(?<=^const serverEdges = \{\n)/m, `  ${key}: ${none},\n`);
  draft.insertBefore(edges, /(?<=^const webEdges = \{\n)/m, `  ${key}: { uses: [], contracts: [] },\n`);
  draft.insertBefore(edges, /(?<=^const sharedEdges = \{\n)/m, `  ${key}: [],\n`);
}

/** Adds the page of the area, and its row in the map. */
export function documentArea(draft: Draft, area: Name): void {
  draft.create(
    `docs/areas/${area.kebab}.md`,
    `# ${area.title}

What the area is for, in one sentence.

| What                | Where |
| ------------------- | ----- |
| Contracts and rules | \`shared/src/${area.kebab}\` |
| Server              | \`server/src/api/${area.kebab}\` |
| Pages               | \`web/src/features/${area.kebab}\` |
| Tests               | \`test/integration/${area.kebab}\` |

\`.area-edges.cjs\` declares which areas it uses.
Routes: [generated/routes.md](../generated/routes.md#${area.kebab}).

## Parts

## States

## Invariants

## Tables
`,
  );
  draft.insertBefore(
    'ARCHITECTURE.md',
    /^\| \[metrics\]/m,
    `| [${area.kebab}](docs/areas/${area.kebab}.md) | what it holds |\n`,
  );
}
