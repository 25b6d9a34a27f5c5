import { z } from 'zod';
import { stepAwayBounds } from '../administration/setting-limits.ts';
import { id } from '../core/common.ts';
import { attendance, visit, waiting } from './visits.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

const params = z.strictObject({ visitId: id });

export const waitingRoomSchemas = {
  stepAway: {
    summary: 'The patient steps away from the waiting room and keeps the place; said anew, it holds from now on',
    params,
    body: z.strictObject({
      /** Until when, from now; without it as long as the hospital lets people be away. More than that is refused. */
      minutes: z.int().min(1).max(stepAwayBounds[1]).nullable(),
    }),
    response: waiting,
  },
  comeBack: {
    summary: 'The patient is back in the waiting room, in the same place',
    params,
    response: waiting,
  },
  seeAnother: {
    summary:
      'The patient of a doctor who is late, away or off duty goes to the next free one of the department, by the same time',
    params,
    response: visit,
  },
  callWaiting: {
    summary: 'The doctor has somebody called who waits and is not there',
    params,
    response: z.strictObject({ visitId: id, attendance }),
  },
} satisfies RouteSchemas;
