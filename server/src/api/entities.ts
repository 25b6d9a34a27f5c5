import { readdir } from 'node:fs/promises';
import type { Entity } from '../platform/db/data-source.ts';

const sources = new URL('../', import.meta.url);
const files = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith('.entity.ts')).sort();
const modules = await Promise.all(
  files.map((name) => import(new URL(name, sources).href) as Promise<Record<string, Entity>>),
);

/** The description of every table: all that the files named `*.entity.ts` export. */
export const entities: Entity[] = modules.flatMap((module) => Object.values(module));
