import { z } from 'zod';
import { defineRoute } from '@yunzhen/shared/core/route';

export const rebuildFigures = defineRoute({
  name: 'rebuildFigures',
  method: 'POST',
  path: '/api/metrics/rebuilds',
  summary:
    'Counts all events anew, as a job: after the hospital’s time zone was changed. The figures stay readable meanwhile',
  permission: 'metrics.rebuild',
  response: z.strictObject({ queued: z.literal(true) }),
});
