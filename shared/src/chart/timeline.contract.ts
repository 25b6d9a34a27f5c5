import { defineRoute } from '../core/route.ts';
import type { timelineSchemas } from './timeline.schemas.ts';

export type { TimelineKind } from './timeline.constants.ts';

export type { TimelineItem, ChartLook } from './timeline.schemas.ts';

export const readTimeline = defineRoute<typeof timelineSchemas, 'readTimeline'>({
  name: 'readTimeline',
  method: 'GET',
  path: '/api/patients/:patientId/timeline',
  permission: 'chart.read',
});

export const listChartLooks = defineRoute<typeof timelineSchemas, 'listChartLooks'>({
  name: 'listChartLooks',
  method: 'GET',
  path: '/api/patients/:patientId/looks',
  permission: 'chart.read-looks',
});
