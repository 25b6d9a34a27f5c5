import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AnyRoute } from '../../shared/src/core/route.ts';
import { root } from '../paths.ts';
import { page, table } from './markdown.ts';

export async function routesPage(): Promise<string> {
  const files = globSync('{shared,server}/src/**/*.contract.ts', { cwd: root }).sort();
  const byArea = new Map<string, AnyRoute[]>();
  for (const file of files) {
    const module = (await import(pathToFileURL(join(root, file)).href)) as Record<string, unknown>;
    const routes = Object.values(module).filter(isRoute);
    const area = /^(?:shared\/src|server\/src\/api)\/([^/]+)\//.exec(file)?.[1] ?? 'calls';
    if (routes.length > 0) byArea.set(area, [...(byArea.get(area) ?? []), ...routes]);
  }
  const parts = [...byArea]
    .sort(([one], [other]) => one.localeCompare(other))
    .flatMap(([area, routes]) => [
      `## ${area}`,
      table(['Route', 'Permission', 'Does'], routes.map(rowOf).sort(byPath)),
    ]);
  return page(
    'Routes',
    'the contracts in `shared/src/<area>/*.contract.ts`',
    '`public` needs no session, `operator` a session of an operator, `node` the credential of the media nodes. [Routes](../mechanisms/routes.md) describes the mechanism.',
    ...parts,
  );
}

function isRoute(value: unknown): value is AnyRoute {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value;
}

const rowOf = ({ method, path, permission, summary }: AnyRoute): string[] => [
  `\`${method} ${path}\``,
  permission,
  summary,
];

function byPath([one = '']: string[], [other = '']: string[]): number {
  const pathOf = (route: string) => route.split(' ')[1] ?? '';
  return pathOf(one).localeCompare(pathOf(other)) || one.localeCompare(other);
}
