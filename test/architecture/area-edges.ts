import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './cruise.ts';

/** Lists of other areas, by area. */
export type Edges = Readonly<Record<string, readonly string[]>>;

interface AreaEdges {
  readonly areas: readonly string[];
  readonly serverEdges: Readonly<
    Record<string, { readonly uses: readonly string[]; readonly reads: readonly string[] }>
  >;
  readonly sharedEdges: Edges;
  readonly webEdges: Readonly<
    Record<string, { readonly uses: readonly string[]; readonly contracts: readonly string[] }>
  >;
}

/** The declarations of .area-edges.cjs. */
export const edges = createRequire(import.meta.url)(join(root, '.area-edges.cjs')) as AreaEdges;

export const usesOf = (declared: Readonly<Record<string, { readonly uses: readonly string[] }>>): Edges =>
  Object.fromEntries(Object.entries(declared).map(([area, { uses }]) => [area, uses]));
