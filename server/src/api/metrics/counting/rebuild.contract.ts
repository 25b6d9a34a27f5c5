import { routesOf } from '@yunzhen/shared/core/route';
import type { rebuildSchemas } from './rebuild.schemas.ts';

const defineRoute = routesOf<typeof rebuildSchemas>();

export const rebuildFigures = defineRoute('rebuildFigures', 'POST /api/metrics/rebuilds', 'metrics.rebuild', {
  confirmation: 'recent',
});
