import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyRoute, RouteSchemas } from '../../shared/src/core/route.ts';
import { root } from '../paths.ts';
import { page, table } from './markdown.ts';

export async function routesPage(): Promise<string> {
  const files = globSync('{shared,server}/src/**/*.contract.ts', { cwd: root }).sort();
  const byArea = new Map<string, AnyRoute[]>();
  const summaries = new Map<string, string>();
  for (const file of files) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
    const routes = Object.values(module).filter(isRoute);
    if (routes.length > 0) for (const [name, summary] of await summariesBeside(file)) summaries.set(name, summary);
    const area = /^(?:shared\/src|server\/src\/api)\/([^/]+)\//.exec(file)?.[1] ?? 'calls';
    if (routes.length > 0) byArea.set(area, [...(byArea.get(area) ?? []), ...routes]);
  }
  const parts = [...byArea]
    .sort(([one], [other]) => one.localeCompare(other))
    .flatMap(([area, routes]) => [
      `## ${area}`,
      table(['Route', 'Permission', 'Does'], routes.map((route) => rowOf(route, summaries)).sort(byPath)),
    ]);
  return page(
    'Routes',
    'the contracts in `shared/src/<area>/*.contract.ts`',
    '`public` needs no session, `operator` a session of an operator, `node` the credential of the media nodes. [Routes](../mechanisms/routes.md) describes the mechanism.',
    ...parts,
  );
}

/** Returns the summary of each route of a contract, from the file of its schemas. */
async function summariesBeside(contract: string): Promise<[string, string][]> {
  const file = contract.replace(/\.contract\.ts$/, '.schemas.ts');
  const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, RouteSchemas>;
  return Object.entries(module)
    .filter(([name]) => name.endsWith('Schemas'))
    .flatMap(([, schemas]) => Object.entries(schemas))
    .map(([name, { summary }]) => [name, summary]);
}

function isRoute(value: unknown): value is AnyRoute {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value;
}

const rowOf = ({ name, method, path, permission }: AnyRoute, summaries: ReadonlyMap<string, string>): string[] => [
  `\`${method} ${path}\``,
  permission,
  summaries.get(name) ?? '',
];

function byPath([one = '']: string[], [other = '']: string[]): number {
  const pathOf = (route: string) => route.split(' ')[1] ?? '';
  return pathOf(one).localeCompare(pathOf(other)) || one.localeCompare(other);
}
