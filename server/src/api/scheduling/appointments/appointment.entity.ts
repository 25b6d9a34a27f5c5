import type { AppointmentEnding, AppointmentStatus } from '@yunzhen/shared/scheduling/appointment';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A booked or held time of a doctor (FHIR Appointment). */
export const appointmentEntity = defineTable('appointment', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  practitionerId: column('uuid'),
  departmentId: column('uuid'),
  status: column<AppointmentStatus>('text'),
  version: column('integer'),
  startsAt: column('timestamptz'),
  endsAt: column('timestamptz'),
  place: column('integer'),
  reason: column('text'),
  offered: column('boolean'),
  holdUntil: nullable('timestamptz'),
  extended: column('boolean'),
  sequence: column('integer'),
  moves: column('integer'),
  createdAt: column('timestamptz'),
  createdByAccountId: nullable('uuid'),
  bookedAt: nullable('timestamptz'),
  endedAt: nullable('timestamptz'),
  endedAs: nullable<AppointmentEnding>('text'),
  endReason: column('text'),
  lateCancel: column('boolean'),
  visitId: nullable('uuid'),
  dayReminderAt: nullable('timestamptz'),
  hourReminderAt: nullable('timestamptz'),
  lateToldAt: nullable('timestamptz'),
  doctorGoneToldAt: nullable('timestamptz'),
});
export type AppointmentRow = RowOf<typeof appointmentEntity>;
