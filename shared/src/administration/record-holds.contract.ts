import { defineRoute } from '../core/route.ts';
import type { recordHoldsSchemas } from './record-holds.schemas.ts';

export type { RecordHold } from './record-holds.schemas.ts';

export const listRecordHolds = defineRoute<typeof recordHoldsSchemas, 'listRecordHolds'>({
  name: 'listRecordHolds',
  method: 'GET',
  path: '/api/administration/record-holds',
  permission: 'record.hold',
});

export const placeRecordHold = defineRoute<typeof recordHoldsSchemas, 'placeRecordHold'>({
  name: 'placeRecordHold',
  method: 'POST',
  path: '/api/administration/record-holds',
  permission: 'record.hold',
  status: 201,
});

export const liftRecordHold = defineRoute<typeof recordHoldsSchemas, 'liftRecordHold'>({
  name: 'liftRecordHold',
  method: 'POST',
  path: '/api/administration/record-holds/:holdId/lifting',
  permission: 'record.hold',
  confirmation: 'recent',
});
