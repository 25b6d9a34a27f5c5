import { routesOf } from '../core/route.ts';
import type { triageSchemas } from './triage.schemas.ts';

export type { TriageDecision } from './triage.schemas.ts';

const defineRoute = routesOf<typeof triageSchemas>();

export const setPriority = defineRoute('setPriority', 'PUT /api/visits/:visitId/priority', 'visit.conduct');
