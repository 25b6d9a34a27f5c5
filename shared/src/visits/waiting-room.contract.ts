import { routesOf } from '../core/route.ts';
import type { waitingRoomSchemas } from './waiting-room.schemas.ts';

const defineRoute = routesOf<typeof waitingRoomSchemas>();

export const stepAway = defineRoute('stepAway', 'PUT /api/visits/:visitId/absence', 'visit.check-in');
export const comeBack = defineRoute('comeBack', 'DELETE /api/visits/:visitId/absence', 'visit.check-in');
export const seeAnother = defineRoute('seeAnother', 'POST /api/visits/:visitId/other-doctor', 'visit.check-in');
export const callWaiting = defineRoute('callWaiting', 'POST /api/visits/:visitId/turn-call', 'visit.conduct');
