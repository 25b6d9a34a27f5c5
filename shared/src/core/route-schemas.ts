import type { RouteSchema, RouteSchemas } from './route.ts';

/** Returns the schemas of routes with their names: the exports `…Schemas` of files named `*.schemas.ts`. */
export function routeSchemasIn(modules: readonly Readonly<Record<string, unknown>>[]): [string, RouteSchema][] {
  const exported = modules.flatMap((module) => Object.entries(module));
  return exported
    .filter(([name]) => name.endsWith('Schemas'))
    .flatMap(([, schemas]) => Object.entries(schemas as RouteSchemas));
}
