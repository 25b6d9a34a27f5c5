import { routesOf } from '../core/route.ts';
import type { visitsSchemas } from './visits.schemas.ts';

export type { Intake, Visit, Attendance, Waiting, QueueEntry, QueuePatient } from './visits.schemas.ts';

const defineRoute = routesOf<typeof visitsSchemas>();

export const createVisit = defineRoute('createVisit', 'POST /api/visits', 'visit.book', { status: 201 });
export const listVisits = defineRoute('listVisits', 'GET /api/visits', 'visit.read');
export const readVisit = defineRoute('readVisit', 'GET /api/visits/:visitId', 'visit.read');
export const checkIn = defineRoute('checkIn', 'POST /api/visits/:visitId/check-in', 'visit.check-in');
export const readWaiting = defineRoute('readWaiting', 'GET /api/visits/:visitId/waiting', 'visit.check-in');
export const leaveVisit = defineRoute('leaveVisit', 'POST /api/visits/:visitId/departure', 'visit.leave');
export const cancelVisit = defineRoute('cancelVisit', 'POST /api/visits/:visitId/cancellation', 'visit.leave');
export const admitVisit = defineRoute('admitVisit', 'POST /api/visits/:visitId/admission', 'visit.conduct');
export const completeVisit = defineRoute('completeVisit', 'POST /api/visits/:visitId/completion', 'visit.conduct');
export const referOffline = defineRoute('referOffline', 'POST /api/visits/:visitId/offline-referral', 'visit.conduct');
export const readQueue = defineRoute('readQueue', 'GET /api/queue', 'queue.read');
