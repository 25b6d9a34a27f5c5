import type { AuditAction } from '@yunzhen/shared/core/audit';
import type { ErrorCode } from '@yunzhen/shared/core/errors';
import type { Role } from '@yunzhen/shared/core/permission';
import { column, defineTable, key, nullable, type RowOf } from './table.ts';

/** One event of the audit trail. Rows are only added. */
export const auditEventEntity = defineTable('audit_event', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  at: column('timestamptz'),
  action: column<AuditAction>('text'),
  outcome: column<'done' | 'denied'>('text'),
  actorAccountId: nullable('uuid'),
  actorRoles: column<Role[]>('text[]'),
  entity: column('text'),
  entityId: nullable('text'),
  patientId: nullable('uuid'),
  requestId: column('text'),
  address: nullable('text'),
  code: nullable<ErrorCode>('text'),
  details: column<Record<string, string | number | boolean | null>>('jsonb'),
  writtenIn: column('bigint'),
});
export type AuditEventRow = RowOf<typeof auditEventEntity>;
