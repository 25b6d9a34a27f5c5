import { routeSchemasIn } from '@yunzhen/shared/core/route-schemas';

const modules = import.meta.glob<Record<string, unknown>>('../../../../shared/src/**/*.schemas.ts', { eager: true });

/** The schemas of every shared route by name, for development and tests; built pages never load them. */
export const routeSchemas = routeSchemasIn(Object.values(modules));
