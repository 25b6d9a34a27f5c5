import { globSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnyRoute, RouteSchema } from '../../shared/src/core/route.ts';
import { routeSchemas } from '../../server/src/api/route-schemas.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Returns every route contract that shared and server export. */
export async function everyRoute(): Promise<AnyRoute[]> {
  const files = globSync('{shared,server}/src/**/*.contract.ts', { cwd: root });
  const modules = await Promise.all(
    files.map((file) => import(pathToFileURL(join(root, file)).href) as Promise<Record<string, unknown>>),
  );
  return modules.flatMap((module) => Object.values(module)).filter(isRoute);
}

function isRoute(value: unknown): value is AnyRoute {
  return typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'permission' in value;
}

/** The route schemas by name. */
export const schemasByName: ReadonlyMap<string, RouteSchema> = new Map(routeSchemas);
