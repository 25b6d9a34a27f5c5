import { z } from 'zod';
import { stepAwayBounds } from '../administration/setting-limits.ts';
import { id } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';
import { attendance, visit, waiting } from './visits.contract.ts';

const params = z.strictObject({ visitId: id });

export const stepAway = defineRoute({
  name: 'stepAway',
  method: 'PUT',
  path: '/api/visits/:visitId/absence',
  summary: 'The patient steps away from the waiting room and keeps the place; said anew, it holds from now on',
  permission: 'visit.check-in',
  params,
  body: z.strictObject({
    /** Until when, from now; without it as long as the hospital lets people be away. More than that is refused. */
    minutes: z.int().min(1).max(stepAwayBounds[1]).nullable(),
  }),
  response: waiting,
});

export const comeBack = defineRoute({
  name: 'comeBack',
  method: 'DELETE',
  path: '/api/visits/:visitId/absence',
  summary: 'The patient is back in the waiting room, in the same place',
  permission: 'visit.check-in',
  params,
  response: waiting,
});

export const seeAnother = defineRoute({
  name: 'seeAnother',
  method: 'POST',
  path: '/api/visits/:visitId/other-doctor',
  summary:
    'The patient of a doctor who is late, away or off duty goes to the next free one of the department, by the same time',
  permission: 'visit.check-in',
  params,
  response: visit,
});

export const callWaiting = defineRoute({
  name: 'callWaiting',
  method: 'POST',
  path: '/api/visits/:visitId/turn-call',
  summary: 'The doctor has somebody called who waits and is not there',
  permission: 'visit.conduct',
  params,
  response: z.strictObject({ visitId: id, attendance }),
});
