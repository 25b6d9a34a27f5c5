import { z } from 'zod';
import { cursorQuery, id, instant, page } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

/**
 * What a doctor has still to do: a note that is not signed, a pharmacist’s question without an answer, messages of a patient that
 * nobody has read, a patient’s wish for a prescription again, what a patient stated and nobody has confirmed.
 */
export const workKinds = ['note', 'question', 'chat', 'repeat', 'proposal'] as const;
export type WorkKind = (typeof workKinds)[number];

export const workItem = z.strictObject({
  kind: z.enum(workKinds),
  /** Of the visit (note, chat, proposal), the review (question) or the request (repeat). */
  id,
  visitId: id,
  patient: z.strictObject({ id, name: z.string(), nameLatin: z.string() }),
  /** Since when it waits: the oldest of several. */
  at: instant,
  /** Messages, questions or entries; 1 of what is always one. */
  count: z.int().min(1),
});
export type WorkItem = z.output<typeof workItem>;

export const listWork = defineRoute({
  name: 'listWork',
  method: 'GET',
  path: '/api/doctors/me/work',
  summary: 'What the doctor has still to do, what waits longest first; searched by the patient’s name',
  permission: 'queue.read',
  query: z.strictObject({
    ...cursorQuery,
    kind: z.enum(workKinds).optional(),
    q: z.string().trim().max(80).default(''),
  }),
  response: page(workItem),
});

export const countWork = defineRoute({
  name: 'countWork',
  method: 'GET',
  path: '/api/doctors/me/work/count',
  summary: 'How much of it there is, by kind; names nobody',
  permission: 'queue.read',
  response: z.strictObject({ total: z.int(), kinds: z.record(z.enum(workKinds), z.int()) }),
});
