import { z } from 'zod';
import { roles } from '../core/permission.ts';
import { auditActions } from '../core/audit.ts';
import { cursorQuery, id, instant, page } from '../core/common.ts';
import { auditOutcomes } from './audit.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const auditEvent = z.strictObject({
  id,
  at: instant,
  action: z.enum(auditActions),
  outcome: z.enum(['done', 'denied']),
  actorId: id.nullable(),
  /** Of staff alone; the Latin one is empty where nobody said. */
  actorName: z.string().nullable(),
  actorNameLatin: z.string().nullable(),
  actorRoles: z.array(z.enum(roles)),
  entity: z.string(),
  entityId: z.string().nullable(),
  /** Ids only: the administrator sees that a chart was opened, never what is in it. */
  patientId: id.nullable(),
  requestId: z.string(),
  code: z.string().nullable(),
  /** Where the request came from; null for work of the hospital’s own programs. */
  address: z.string().nullable(),
});
export type AuditEvent = z.output<typeof auditEvent>;

const search = {
  action: z.enum(auditActions).optional(),
  outcome: z.enum(auditOutcomes).optional(),
  /** A person by id; or staff by a part of their name or e-mail address. Patients are found by their whole id alone. */
  actorId: id.optional(),
  actor: z.string().trim().min(1).max(80).optional(),
  patientId: id.optional(),
  /** The whole address, as it stands in an event. */
  address: z.string().trim().min(2).max(64).optional(),
  from: instant.optional(),
  to: instant.optional(),
  order: z.enum(['asc', 'desc']).default('desc'),
};

export const auditSchemas = {
  listAuditEvents: {
    summary: 'Who did or looked at what, newest first or oldest first',
    query: z.strictObject({
      ...cursorQuery,
      ...search,
    }),
    response: page(auditEvent),
  },
  exportAuditEvents: {
    summary:
      'The events that fit, newest first or oldest first, as CSV (RFC 4180); exporting is an event itself. Ends when the reader goes',
    query: z.strictObject(search),
    response: z.custom<AsyncIterable<Uint8Array>>(),
    rateLimit: 6,
  },
} satisfies RouteSchemas;
