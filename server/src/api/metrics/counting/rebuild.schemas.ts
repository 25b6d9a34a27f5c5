import { z } from 'zod';
import type { RouteSchemas } from '@yunzhen/shared/core/route';

export const rebuildSchemas = {
  rebuildFigures: {
    summary: 'Counts all events again in a job, after the hospital’s time zone was changed. The figures stay readable',
    response: z.strictObject({ queued: z.literal(true) }),
  },
} satisfies RouteSchemas;
