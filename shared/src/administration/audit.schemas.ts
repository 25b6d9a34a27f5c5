import { z } from 'zod';
import { roles } from '../core/permission.ts';
import { auditActions, chainFaults } from '../core/audit.ts';
import { cursorQuery, id, instant, page } from '../core/common.ts';
import { auditOutcomes, auditScopes, maxFoundPatients } from './audit.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

export const auditEvent = z.strictObject({
  id,
  at: instant,
  action: z.enum(auditActions),
  outcome: z.enum(['done', 'denied']),
  actorId: id.nullable(),
  /** For staff only; the Latin name is empty when not given. */
  actorName: z.string().nullable(),
  actorNameLatin: z.string().nullable(),
  actorRoles: z.array(z.enum(roles)),
  entity: z.string(),
  entityId: z.string().nullable(),
  /** Ids only: the administrator sees that a chart was opened, never its content. */
  patientId: id.nullable(),
  requestId: z.string(),
  code: z.string().nullable(),
  /** The client’s address; null for work of the hospital’s own programs. */
  address: z.string().nullable(),
});
export type AuditEvent = z.output<typeof auditEvent>;

/** Just enough to tell people of one name apart. */
export const foundPatient = z.strictObject({
  id,
  /** Initials, as on public verifications. */
  initials: z.string(),
  birthYear: z.int(),
  /** Last four digits; null without a phone number. */
  phoneEnd: z.string().nullable(),
});
export type FoundPatient = z.output<typeof foundPatient>;

export const chainCheckStep = z.strictObject({
  /** Entries checked so far, and their total. */
  checked: z.int(),
  total: z.int(),
  /** Cursor of the next step; null when this was the last. */
  next: z.string().nullable(),
  /** The first broken entry. Its chain number is null when it has no link; its id when it is missing. */
  broken: z
    .strictObject({
      fault: z.enum(chainFaults),
      seq: z.int().nullable(),
      source: z.enum(['audit', 'event']).nullable(),
      entryId: id.nullable(),
    })
    .nullable(),
});
export type ChainCheckStep = z.output<typeof chainCheckStep>;

const search = {
  action: z.enum(auditActions).optional(),
  outcome: z.enum(auditOutcomes).optional(),
  scope: z.enum(auditScopes).optional(),
  /** A person by id; or staff by part of their name or e-mail address. Patients by their complete id, which `findAuditPatients` returns. */
  actorId: id.optional(),
  actor: z.string().trim().min(1).max(80).optional(),
  patientId: id.optional(),
  /** The complete address, as in an event. */
  address: z.string().trim().min(2).max(64).optional(),
  from: instant.optional(),
  to: instant.optional(),
  order: z.enum(['asc', 'desc']).default('desc'),
};

export const auditSchemas = {
  listAuditEvents: {
    summary: 'List audit entries, newest or oldest first',
    query: z.strictObject({
      ...cursorQuery,
      ...search,
    }),
    response: page(auditEvent),
  },
  findAuditPatients: {
    summary:
      'Find patients by full name, phone number or e-mail address, to search the audit; each one found is audited',
    body: z.strictObject({ text: z.string().trim().min(2).max(120) }),
    response: z.strictObject({
      items: z.array(foundPatient).max(maxFoundPatients),
      /** There are more patients of this name. */
      more: z.boolean(),
    }),
    rateLimit: 30,
  },
  exportAuditEvents: {
    summary: 'Export matching audit entries as CSV (RFC 4180), newest or oldest first; the export is audited',
    query: z.strictObject(search),
    response: z.custom<AsyncIterable<Uint8Array>>(),
    rateLimit: 6,
  },
  exportAuditProof: {
    summary:
      'Export a visit’s audit entries with proofs and an offline verification script as ZIP; the export is audited',
    params: z.strictObject({ visitId: id }),
    response: z.custom<AsyncIterable<Uint8Array>>(),
    rateLimit: 6,
  },
  checkAuditChain: {
    summary: 'Verify a section of the audit and event chain; returns where the next one starts',
    query: z.strictObject({ after: z.string().max(120).optional() }),
    response: chainCheckStep,
    rateLimit: 1200,
  },
} satisfies RouteSchemas;
