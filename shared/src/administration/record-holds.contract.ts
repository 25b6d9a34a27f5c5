import { routesOf } from '../core/route.ts';
import type { recordHoldsSchemas } from './record-holds.schemas.ts';

export type { RecordHold } from './record-holds.schemas.ts';

const defineRoute = routesOf<typeof recordHoldsSchemas>();

export const listRecordHolds = defineRoute('listRecordHolds', 'GET /api/administration/record-holds', 'record.hold');
export const placeRecordHold = defineRoute('placeRecordHold', 'POST /api/administration/record-holds', 'record.hold', {
  status: 201,
});
export const liftRecordHold = defineRoute(
  'liftRecordHold',
  'POST /api/administration/record-holds/:holdId/lifting',
  'record.hold',
  { confirmation: 'recent' },
);
