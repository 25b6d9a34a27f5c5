import type { EventAbout } from '../../core/domain-events.ts';
import type { AppointmentRow } from './appointment-view.ts';

/**
 * Returns what an event about an appointment names, and whose pages it reaches: both sides’, the front desk’s, and those that show the doctor’s
 * free times.
 */
export function aboutAppointment(row: AppointmentRow): EventAbout {
  const patient = row.patientAccountId === null ? [] : [row.patientAccountId];
  const accountIds = [...patient, row.doctorAccountId];
  return {
    entityId: row.id,
    visitId: row.visitId,
    departmentId: row.departmentId,
    practitionerId: row.practitionerId,
    changes: [
      { entity: 'appointment', id: row.id, version: row.version, to: { roles: ['receptionist'], accountIds } },
      { entity: 'schedule', id: row.practitionerId, to: { roles: ['patient'], accountIds: [row.doctorAccountId] } },
    ],
  };
}
