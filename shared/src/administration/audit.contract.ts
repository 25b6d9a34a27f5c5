import { defineRoute } from '../core/route.ts';
import type { auditSchemas } from './audit.schemas.ts';

export type { AuditEvent, ChainCheckStep, FoundPatient } from './audit.schemas.ts';

export const listAuditEvents = defineRoute<typeof auditSchemas, 'listAuditEvents'>({
  name: 'listAuditEvents',
  method: 'GET',
  path: '/api/audit-events',
  permission: 'audit.read',
});

/** POST, so that no name or number is in an address. */
export const findAuditPatients = defineRoute<typeof auditSchemas, 'findAuditPatients'>({
  name: 'findAuditPatients',
  method: 'POST',
  path: '/api/audit-patients',
  permission: 'audit.read',
});

export const exportAuditEvents = defineRoute<typeof auditSchemas, 'exportAuditEvents'>({
  name: 'exportAuditEvents',
  method: 'GET',
  path: '/api/audit-events/export',
  permission: 'audit.export',
  confirmation: 'recent',
  file: true,
});

export const exportAuditProof = defineRoute<typeof auditSchemas, 'exportAuditProof'>({
  name: 'exportAuditProof',
  method: 'GET',
  path: '/api/audit-proofs/:visitId',
  permission: 'audit.export',
  confirmation: 'recent',
  file: true,
});

export const checkAuditChain = defineRoute<typeof auditSchemas, 'checkAuditChain'>({
  name: 'checkAuditChain',
  method: 'GET',
  path: '/api/audit-chain',
  permission: 'audit.read',
});
