import { readdir } from 'node:fs/promises';
import type { Entity } from '../platform/db/data-source.ts';

const sources = new URL('../', import.meta.url);
const files = (await readdir(sources, { recursive: true })).filter((name) => name.endsWith('.entity.ts')).sort();
const modules = await Promise.all(
  files.map((name) => import(new URL(name, sources).href) as Promise<Record<string, Entity>>),
);

/** The definition of every table: all exports of files named `*.entity.ts`. */
export const entities: Entity[] = modules.flatMap((module) => Object.values(module));
