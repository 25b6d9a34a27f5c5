import { z } from 'zod';
import { roles } from '../core/permission.ts';
import { auditActions } from '../core/audit.ts';
import { cursorQuery, id, instant, page } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

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

export const auditOutcomes = ['done', 'denied'] as const;

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

export const listAuditEvents = defineRoute({
  name: 'listAuditEvents',
  method: 'GET',
  path: '/api/audit-events',
  summary: 'Who did or looked at what, newest first or oldest first',
  permission: 'audit.read',
  query: z.strictObject({
    ...cursorQuery,
    ...search,
  }),
  response: page(auditEvent),
});

/** An export holds at most so many events; whoever needs more narrows the time. */
export const maxExportedEvents = 100_000;

export const exportAuditEvents = defineRoute({
  name: 'exportAuditEvents',
  method: 'GET',
  path: '/api/audit-events/export',
  summary:
    'The events that fit, newest first or oldest first, as CSV (RFC 4180); exporting is an event itself. Ends when the reader goes',
  permission: 'audit.export',
  query: z.strictObject(search),
  response: z.custom<AsyncIterable<Uint8Array>>(),
  file: true,
  rateLimit: 6,
});
