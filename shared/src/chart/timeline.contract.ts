import { routesOf } from '../core/route.ts';
import type { timelineSchemas } from './timeline.schemas.ts';

export type { TimelineKind } from './timeline.constants.ts';

export type { TimelineItem, ChartLook } from './timeline.schemas.ts';

const defineRoute = routesOf<typeof timelineSchemas>();

export const readTimeline = defineRoute('readTimeline', 'GET /api/patients/:patientId/timeline', 'chart.read');
export const listChartLooks = defineRoute('listChartLooks', 'GET /api/patients/:patientId/looks', 'chart.read-looks');
