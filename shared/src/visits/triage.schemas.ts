import { z } from 'zod';
import { triageReasons } from './triage.ts';
import { visitPriorities } from './visit.ts';
import { id, instant } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

/** A doctor’s decision about a waiting patient’s priority. Shown to doctors only. */
export const triageDecision = z.strictObject({
  priority: z.enum(visitPriorities),
  reason: z.enum(triageReasons),
  by: z.strictObject({ id, name: z.string(), nameLatin: z.string() }),
  at: instant,
});
export type TriageDecision = z.output<typeof triageDecision>;

export const triageSchemas = {
  setPriority: {
    summary: 'Set the priority of a waiting patient, with a reason; changes the queue order',
    params: z.strictObject({ visitId: id }),
    body: z.strictObject({ priority: z.enum(visitPriorities), reason: z.enum(triageReasons) }),
    response: z.strictObject({ visitId: id, triage: triageDecision }),
  },
} satisfies RouteSchemas;
