import { z } from 'zod';
import { text, id, instant } from '../core/common.ts';
import { shortestPauseMinutes, longestPauseMinutes } from './pauses.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const pause = z.strictObject({ id, from: instant, until: instant, reason: z.string() });

const ownPause = z.strictObject({ /** The present pause; null without one. */ pause: pause.nullable() });

export const pausesSchemas = {
  readPause: {
    summary: 'Get the signed-in doctor’s pause with its end and reason',
    response: ownPause,
  },
  startPause: {
    summary: 'Start or change a pause: no walk-ins are assigned during it and waiting patients are notified',
    body: z.strictObject({
      /** Until the expected return. */
      minutes: z.int().min(shortestPauseMinutes).max(longestPauseMinutes),
      /** For the doctor’s own records; patients do not see it. */
      reason: text(200).default(''),
    }),
    response: ownPause,
  },
  endPause: {
    summary: 'End a pause',
    response: ownPause,
  },
} satisfies RouteSchemas;
