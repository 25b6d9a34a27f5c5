import { z } from 'zod';
import { cursorQuery, id, instant, page } from '../core/common.ts';
import { workKinds } from './worklist.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const workItem = z.strictObject({
  kind: z.enum(workKinds),
  /** Id of the visit (note, document, chat, proposal), the review (question), the prescription (returned) or the request (repeat). */
  id,
  visitId: id,
  patient: z.strictObject({ id, name: z.string(), nameLatin: z.string() }),
  /** Since when it waits: the oldest of several. */
  at: instant,
  /** Documents, messages, questions or entries; 1 for single tasks. */
  count: z.int().min(1),
});
export type WorkItem = z.output<typeof workItem>;

export const worklistSchemas = {
  listWork: {
    summary: 'List the doctor’s open tasks, oldest first; searched by patient name',
    query: z.strictObject({
      ...cursorQuery,
      kind: z.enum(workKinds).optional(),
      q: z.string().trim().max(80).default(''),
    }),
    response: page(workItem),
  },
  countWork: {
    summary: 'Count the entries by kind; names no one',
    response: z.strictObject({ total: z.int(), kinds: z.record(z.enum(workKinds), z.int()) }),
  },
} satisfies RouteSchemas;
