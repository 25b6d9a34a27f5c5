import { routesOf } from '../core/route.ts';
import type { entrySchemas } from './entry.schemas.ts';

export type { EntryState } from './entry.schemas.ts';

const defineRoute = routesOf<typeof entrySchemas>();

export const decideEntry = defineRoute(
  'decideEntry',
  'POST /api/patients/:patientId/entries/:kind/:entryId/decision',
  'chart.propose',
  { ifMatch: true },
);
export const readEntryHistory = defineRoute(
  'readEntryHistory',
  'GET /api/patients/:patientId/entries/:kind/:entryId/history',
  'chart.read',
);
