import { z } from 'zod';
import { text, id, instant } from '../core/common.ts';
import { shortestPauseMinutes, longestPauseMinutes } from './pauses.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const pause = z.strictObject({ id, from: instant, until: instant, reason: z.string() });

const ownPause = z.strictObject({ /** The pause that runs now; null without one. */ pause: pause.nullable() });

export const pausesSchemas = {
  readPause: {
    summary: 'Whether the signed-in doctor pauses, until when and why',
    response: ownPause,
  },
  startPause: {
    summary:
      'Pause from now on, or say anew how long: no walk-ins are given to the doctor meanwhile and those who wait are told',
    body: z.strictObject({
      /** Until the expected return. */
      minutes: z.int().min(shortestPauseMinutes).max(longestPauseMinutes),
      /** For the doctor and their day; patients are not told. */
      reason: text(200).default(''),
    }),
    response: ownPause,
  },
  endPause: {
    summary: 'Back from the pause, before its time or not',
    response: ownPause,
  },
} satisfies RouteSchemas;
