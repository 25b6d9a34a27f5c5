import { z } from 'zod';
import { stepAwayBounds } from '../administration/setting-limits.ts';
import { id } from '../core/common.ts';
import { attendance, visit, waiting } from './visits.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

const params = z.strictObject({ visitId: id });

export const waitingRoomSchemas = {
  stepAway: {
    summary: 'Step away from the waiting room and keep the position; repeating restarts the time',
    params,
    body: z.strictObject({
      /** Minutes from now; by default the hospital’s maximum, beyond which it is rejected. */
      minutes: z.int().min(1).max(stepAwayBounds[1]).nullable(),
    }),
    response: waiting,
  },
  comeBack: {
    summary: 'Return to the waiting room in the same position',
    params,
    response: waiting,
  },
  seeAnother: {
    summary:
      'Move to the next free doctor of the department when yours is late, away or off duty, keeping your check-in time',
    params,
    /** The doctor that the patient was shown; without one, the server chooses. */
    query: z.strictObject({ doctorId: id.optional() }),
    response: visit,
  },
  callWaiting: {
    summary: 'Notify a waiting patient who is away',
    params,
    response: z.strictObject({ visitId: id, attendance }),
  },
} satisfies RouteSchemas;
