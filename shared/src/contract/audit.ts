import { z } from 'zod';
import { roles } from '../domain/permission.ts';
import { auditActions } from '../domain/audit.ts';
import { cursorQuery, id, instant, page } from './common.ts';
import { defineRoute } from './route.ts';

export const auditEvent = z.strictObject({
  id,
  at: instant,
  action: z.enum(auditActions),
  outcome: z.enum(['done', 'denied']),
  actorId: id.nullable(),
  actorName: z.string().nullable(),
  actorRoles: z.array(z.enum(roles)),
  entity: z.string(),
  entityId: z.string().nullable(),
  /** Ids only: the administrator sees that a chart was opened, never what is in it. */
  patientId: id.nullable(),
  requestId: z.string(),
  code: z.string().nullable(),
});
export type AuditEvent = z.output<typeof auditEvent>;

export const listAuditEvents = defineRoute({
  name: 'listAuditEvents',
  method: 'GET',
  path: '/api/audit-events',
  summary: 'Who did or looked at what, newest first',
  permission: 'audit.read',
  query: z.strictObject({
    ...cursorQuery,
    action: z.enum(auditActions).optional(),
    outcome: z.enum(['done', 'denied']).optional(),
    actorId: id.optional(),
    patientId: id.optional(),
    from: instant.optional(),
    to: instant.optional(),
  }),
  response: page(auditEvent),
});
