import { defineRoute } from '@yunzhen/shared/core/route';
import type { rebuildSchemas } from './rebuild.schemas.ts';

export const rebuildFigures = defineRoute<typeof rebuildSchemas, 'rebuildFigures'>({
  name: 'rebuildFigures',
  method: 'POST',
  path: '/api/metrics/rebuilds',
  permission: 'metrics.rebuild',
  confirmation: 'recent',
});
