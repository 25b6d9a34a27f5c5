import { readdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { routeSchemasIn } from '@yunzhen/shared/core/route-schemas';

const sources = new URL('../', pathToFileURL(createRequire(import.meta.url).resolve('@yunzhen/shared/core/route')));
const files = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith('.schemas.ts')).sort();
const modules = await Promise.all(
  files.map((name) => import(new URL(name, sources).href) as Promise<Record<string, unknown>>),
);

/** The schemas of every shared route by name, found by file name as entities are. */
export const routeSchemas = routeSchemasIn(modules);
