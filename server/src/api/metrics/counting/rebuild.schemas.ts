import { z } from 'zod';
import type { RouteSchemas } from '@yunzhen/shared/core/route';

export const rebuildSchemas = {
  rebuildFigures: {
    summary: 'Recount all events in a background job after a time zone change; figures stay readable',
    response: z.strictObject({ queued: z.literal(true) }),
  },
} satisfies RouteSchemas;
