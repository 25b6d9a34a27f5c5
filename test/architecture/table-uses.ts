import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './cruise.ts';
import { gap, tablesIn, type TableUse } from './sql-tables.ts';

/** A place in the source that reads or writes a table. */
export interface SourceUse extends TableUse {
  readonly place: string;
  readonly area: string;
}

export interface Table {
  readonly name: string;
  /** The area whose folder contains its entity, or `platform`. */
  readonly owner: string;
  /** The name of the entity constant. */
  readonly entity: string;
}

const areaOf = (file: string) => /^server\/src\/api\/([^/]+)\//.exec(file)?.[1] ?? 'platform';
const sourceOf = (file: string) => readFileSync(join(root, file), 'utf8');

/** Returns every table of the database from the entities. */
export function tablesOfEntities(): Table[] {
  return globSync('server/src/**/*.entity.ts', { cwd: root }).flatMap((file) =>
    [...sourceOf(file).matchAll(/export const (\w+) = defineTable\('(\w+)'/g)].map(([, entity = '', name = '']) => ({
      name,
      entity,
      owner: areaOf(file),
    })),
  );
}

/** Returns the source of the areas by file. */
export const areaSources = () => sourcesIn('server/src/api/*/**/*.ts');

/** Returns the source of the platform and of the files that join the areas, by file. */
export const platformSources = () => sourcesIn('server/src/{platform/**,api}/*.ts');

function sourcesIn(pattern: string): Map<string, string> {
  const files = globSync(pattern, { cwd: root }).filter((file) => !/[.]test[.]ts$/.test(file));
  return new Map(files.map((file) => [file, sourceOf(file)] as const).filter(([, code]) => mayUseTables.test(code)));
}

/** Skips the parser for files without SQL or an entity. */
const mayUseTables = /\b(SELECT|FROM|JOIN|INTO|UPDATE)\b|Entity\b|\btable: '/;

/**
 * Returns the tables that a file reads and writes, by its SQL and by calls with an entity. For an interpolated table name, the table names in lists
 * and maps of the file count, and in any file those after `table:`.
 */
export function usesIn(file: string, code: string, tables: readonly Table[]): SourceUse[] {
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const names = new Set(tables.map(({ name }) => name));
  const uses: SourceUse[] = [];
  const named: { node: ts.Node; table: string }[] = [];
  const add = (node: ts.Node, { table, kind }: TableUse) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    if (table === gap || names.has(table)) uses.push({ table, kind, place: `${file}:${line + 1}`, area: areaOf(file) });
  };
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== null && names.has(text)) {
      const holder = holderOf(node);
      if (holder === 'table') add(node, { table: text, kind: 'read' });
      if (holder === 'list') named.push({ node, table: text });
    }
    if (text !== null && isSql.test(text)) for (const use of tablesIn(text)) add(node, use);
    if (ts.isCallExpression(node)) for (const use of entityCall(node, tables)) add(node, use);
    ts.forEachChild(node, visit);
  };
  visit(source);
  for (const kind of ['read', 'write'] as const)
    if (uses.some((use) => use.table === gap && use.kind === kind))
      for (const { node, table } of named) add(node, { table, kind });
  return uses.filter(({ table }) => table !== gap);
}

/** Returns what contains a string: a property `table`, a list or map, or neither. */
function holderOf({ parent }: ts.Node): 'table' | 'list' | null {
  if (ts.isArrayLiteralExpression(parent)) return 'list';
  if (!ts.isPropertyAssignment(parent)) return null;
  const name = parent.name.getText();
  // Audit events and changes name their entity.
  return name === 'table' ? 'table' : name === 'entity' ? null : 'list';
}

const isSql = /\b(SELECT|INSERT|UPDATE|DELETE|FROM|JOIN|INTO)\b/;

/** Returns the text of a string or template, with a gap per interpolation; null for any other node. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => ` ${gap} ${literal.text}`).join('');
}

const reading = /^(find|count|exist|createQueryBuilder|getRepository)/;

/** Returns the use of an entity call: `tx.manager.findOneBy(visitEntity, …)` reads. A call that is not known to read counts as a write. */
function entityCall({ expression: callee, arguments: given }: ts.CallExpression, tables: readonly Table[]): TableUse[] {
  const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : callee.getText();
  const named = new Set(given.filter((argument) => ts.isIdentifier(argument)).map((argument) => argument.getText()));
  const kind = reading.test(name) ? 'read' : 'write';
  return tables.filter(({ entity }) => named.has(entity)).map(({ name: table }) => ({ table, kind }));
}

type Edges = Readonly<Record<string, { readonly uses: readonly string[]; readonly reads: readonly string[] }>>;

/** Returns the violations: undeclared reads, writes to another area's table, and unused `reads`. */
export function faultsOf(uses: readonly SourceUse[], tables: readonly Table[], edges: Edges): string[] {
  const ownerOf = new Map(tables.map(({ name, owner }) => [name, owner]));
  const foreign = uses.flatMap((use) => {
    const owner = ownerOf.get(use.table) ?? use.area;
    return owner === use.area ? [] : [{ use, owner }];
  });
  const needed = new Set(foreign.map(({ use, owner }) => `${use.area} ${owner}`));
  const faults = foreign.flatMap(({ use: { area, kind, table, place }, owner }) => {
    if (kind === 'write') return [`${area} writes ${table} of ${owner}: ${place}`];
    const { uses: used, reads } = edges[area] ?? { uses: [], reads: [] };
    // Every area may read the platform's tables (audit, events, idempotency keys, processes).
    if (owner === 'platform' || used.includes(owner) || reads.includes(owner)) return [];
    return [`${area} reads ${table} of ${owner}: ${place}`];
  });
  const idle = Object.entries(edges).flatMap(([area, { uses: used, reads }]) =>
    reads
      .filter((other) => used.includes(other) || !needed.has(`${area} ${other}`))
      .map((other) => `${area} need not declare that it reads ${other}`),
  );
  return [...faults, ...idle];
}

/** Returns what the platform reads of the areas, as `area: file`. Throws when it writes a table of an area. */
export function readsOfPlatform(uses: readonly SourceUse[], tables: readonly Table[]): string[] {
  const ownerOf = new Map(tables.map(({ name, owner }) => [name, owner]));
  const foreign = uses.filter(({ table }) => ownerOf.get(table) !== 'platform');
  const written = foreign.find(({ kind }) => kind === 'write');
  if (written) throw new Error(`${written.place} writes ${written.table} of an area`);
  const files = foreign.map(({ table, place }) => `${place.replace(/:\d+$/, '')}: ${ownerOf.get(table)}`);
  return [...new Set(files)].sort();
}
