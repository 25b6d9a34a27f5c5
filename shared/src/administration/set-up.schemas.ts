import { z } from 'zod';
import { setUpSteps } from './set-up.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const setUpSchemas = {
  readSetUp: {
    summary: 'Get which steps of the hospital’s set-up are done',
    response: z.strictObject({
      steps: z.array(
        z.strictObject({
          step: z.enum(setUpSteps),
          done: z.boolean(),
          /** How many there are, where the step counts something. */
          count: z.int().nullable(),
        }),
      ),
      /** People whose licence waits for confirmation. */
      toConfirm: z.int(),
    }),
  },
} satisfies RouteSchemas;
