import { defineRoute } from '../core/route.ts';
import type { entrySchemas } from './entry.schemas.ts';

export type { EntryState } from './entry.schemas.ts';

export const decideEntry = defineRoute<typeof entrySchemas, 'decideEntry'>({
  name: 'decideEntry',
  method: 'POST',
  path: '/api/patients/:patientId/entries/:kind/:entryId/decision',
  permission: 'chart.propose',
  ifMatch: true,
});

export const readEntryHistory = defineRoute<typeof entrySchemas, 'readEntryHistory'>({
  name: 'readEntryHistory',
  method: 'GET',
  path: '/api/patients/:patientId/entries/:kind/:entryId/history',
  permission: 'chart.read',
});
