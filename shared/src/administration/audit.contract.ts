import { routesOf } from '../core/route.ts';
import type { auditSchemas } from './audit.schemas.ts';

export type { AuditEvent, ChainCheckStep, FoundPatient } from './audit.schemas.ts';

const defineRoute = routesOf<typeof auditSchemas>();

export const listAuditEvents = defineRoute('listAuditEvents', 'GET /api/audit-events', 'audit.read');

/** POST, so that no name or number is in an address. */
export const findAuditPatients = defineRoute('findAuditPatients', 'POST /api/audit-patients', 'audit.read');
export const exportAuditEvents = defineRoute('exportAuditEvents', 'GET /api/audit-events/export', 'audit.export', {
  confirmation: 'recent',
  file: true,
});
export const exportAuditProof = defineRoute('exportAuditProof', 'GET /api/audit-proofs/:visitId', 'audit.export', {
  confirmation: 'recent',
  file: true,
});
export const checkAuditChain = defineRoute('checkAuditChain', 'GET /api/audit-chain', 'audit.read');
