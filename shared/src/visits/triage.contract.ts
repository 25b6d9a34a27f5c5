import { defineRoute } from '../core/route.ts';
import type { triageSchemas } from './triage.schemas.ts';

export type { TriageDecision } from './triage.schemas.ts';

export const setPriority = defineRoute<typeof triageSchemas, 'setPriority'>({
  name: 'setPriority',
  method: 'PUT',
  path: '/api/visits/:visitId/priority',
  permission: 'visit.conduct',
});
