import { defineRoute } from '../core/route.ts';
import type { visitsSchemas } from './visits.schemas.ts';

export type { Intake, Visit, Attendance, Waiting, QueueEntry, QueuePatient } from './visits.schemas.ts';

export const createVisit = defineRoute<typeof visitsSchemas, 'createVisit'>({
  name: 'createVisit',
  method: 'POST',
  path: '/api/visits',
  permission: 'visit.book',
  status: 201,
});

export const listVisits = defineRoute<typeof visitsSchemas, 'listVisits'>({
  name: 'listVisits',
  method: 'GET',
  path: '/api/visits',
  permission: 'visit.read',
});

export const readVisit = defineRoute<typeof visitsSchemas, 'readVisit'>({
  name: 'readVisit',
  method: 'GET',
  path: '/api/visits/:visitId',
  permission: 'visit.read',
});

export const checkIn = defineRoute<typeof visitsSchemas, 'checkIn'>({
  name: 'checkIn',
  method: 'POST',
  path: '/api/visits/:visitId/check-in',
  permission: 'visit.check-in',
});

export const readWaiting = defineRoute<typeof visitsSchemas, 'readWaiting'>({
  name: 'readWaiting',
  method: 'GET',
  path: '/api/visits/:visitId/waiting',
  permission: 'visit.check-in',
});

export const leaveVisit = defineRoute<typeof visitsSchemas, 'leaveVisit'>({
  name: 'leaveVisit',
  method: 'POST',
  path: '/api/visits/:visitId/departure',
  permission: 'visit.leave',
});

export const cancelVisit = defineRoute<typeof visitsSchemas, 'cancelVisit'>({
  name: 'cancelVisit',
  method: 'POST',
  path: '/api/visits/:visitId/cancellation',
  permission: 'visit.leave',
});

export const admitVisit = defineRoute<typeof visitsSchemas, 'admitVisit'>({
  name: 'admitVisit',
  method: 'POST',
  path: '/api/visits/:visitId/admission',
  permission: 'visit.conduct',
});

export const completeVisit = defineRoute<typeof visitsSchemas, 'completeVisit'>({
  name: 'completeVisit',
  method: 'POST',
  path: '/api/visits/:visitId/completion',
  permission: 'visit.conduct',
});

export const referOffline = defineRoute<typeof visitsSchemas, 'referOffline'>({
  name: 'referOffline',
  method: 'POST',
  path: '/api/visits/:visitId/offline-referral',
  permission: 'visit.conduct',
});

export const readQueue = defineRoute<typeof visitsSchemas, 'readQueue'>({
  name: 'readQueue',
  method: 'GET',
  path: '/api/queue',
  permission: 'queue.read',
});
