import { z } from 'zod';
import { text, id, instant } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

export const pause = z.strictObject({ id, from: instant, until: instant, reason: z.string() });

export const shortestPauseMinutes = 5;
export const longestPauseMinutes = 240;

const ownPause = z.strictObject({ /** The pause that runs now; null without one. */ pause: pause.nullable() });

export const readPause = defineRoute({
  name: 'readPause',
  method: 'GET',
  path: '/api/doctors/me/pause',
  summary: 'Whether the signed-in doctor pauses, until when and why',
  permission: 'duty.set-own',
  response: ownPause,
});

export const startPause = defineRoute({
  name: 'startPause',
  method: 'PUT',
  path: '/api/doctors/me/pause',
  summary:
    'Pause from now on, or say anew how long: no walk-ins are given to the doctor meanwhile and those who wait are told',
  permission: 'duty.set-own',
  body: z.strictObject({
    /** Until the expected return. */
    minutes: z.int().min(shortestPauseMinutes).max(longestPauseMinutes),
    /** For the doctor and their day; patients are not told. */
    reason: text(200).default(''),
  }),
  response: ownPause,
});

export const endPause = defineRoute({
  name: 'endPause',
  method: 'POST',
  path: '/api/doctors/me/pause/ending',
  summary: 'Back from the pause, before its time or not',
  permission: 'duty.set-own',
  response: ownPause,
});
