import { defineRoute } from '../core/route.ts';
import type { waitingRoomSchemas } from './waiting-room.schemas.ts';

export const stepAway = defineRoute<typeof waitingRoomSchemas, 'stepAway'>({
  name: 'stepAway',
  method: 'PUT',
  path: '/api/visits/:visitId/absence',
  permission: 'visit.check-in',
});

export const comeBack = defineRoute<typeof waitingRoomSchemas, 'comeBack'>({
  name: 'comeBack',
  method: 'DELETE',
  path: '/api/visits/:visitId/absence',
  permission: 'visit.check-in',
});

export const seeAnother = defineRoute<typeof waitingRoomSchemas, 'seeAnother'>({
  name: 'seeAnother',
  method: 'POST',
  path: '/api/visits/:visitId/other-doctor',
  permission: 'visit.check-in',
});

export const callWaiting = defineRoute<typeof waitingRoomSchemas, 'callWaiting'>({
  name: 'callWaiting',
  method: 'POST',
  path: '/api/visits/:visitId/turn-call',
  permission: 'visit.conduct',
});
