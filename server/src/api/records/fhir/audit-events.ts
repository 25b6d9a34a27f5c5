import type { AuditEvent } from '@medplum/fhirtypes';
import { coding, compact, concept, iso, refer, systems } from './fhir-values.ts';

export interface ReadRow {
  id: string;
  patientId: string;
  hospitalId: string;
  /** What was opened, as the name of the audit event. */
  action: string;
  at: Date;
  person: string;
  practitionerId: string | null;
  roles: string[];
  breakGlass: boolean;
  reason: string | null;
}

/**
 * Returns an R4 AuditEvent for an access to the record: type `rest` (audit-event-type), action R (read). Emergency access has the purpose BTG ("break
 * the glass") of ActReason.
 */
export function auditEventOf(row: ReadRow): AuditEvent {
  return compact<AuditEvent>({
    resourceType: 'AuditEvent',
    id: row.id,
    type: coding('http://terminology.hl7.org/CodeSystem/audit-event-type', 'rest', 'RESTful Operation'),
    subtype: [coding(systems.own('audit'), row.action)],
    action: 'R',
    recorded: iso(row.at),
    outcome: '0',
    outcomeDesc: row.reason ?? undefined,
    purposeOfEvent: row.breakGlass
      ? [concept('', coding('http://terminology.hl7.org/CodeSystem/v3-ActReason', 'BTG', 'break the glass'))]
      : [],
    agent: [
      compact({
        who: row.practitionerId === null ? undefined : refer('Practitioner', row.practitionerId),
        name: row.person,
        role: row.roles.map((role) => concept('', coding(systems.own('role'), role))),
        requestor: true,
      }),
    ],
    source: {
      observer: refer('Organization', row.hospitalId),
      type: [coding('http://terminology.hl7.org/CodeSystem/security-source-type', '4', 'Application Server')],
    },
    entity: [{ what: refer('Patient', row.patientId) }],
  });
}
