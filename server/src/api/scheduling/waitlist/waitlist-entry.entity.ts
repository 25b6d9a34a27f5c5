import type { WaitlistStatus } from '@yunzhen/shared/scheduling/appointment';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A patient who waits for an earlier or any appointment. */
export const waitlistEntryEntity = defineTable('waitlist_entry', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  departmentId: column('uuid'),
  practitionerId: nullable('uuid'),
  fromDay: column('date'),
  untilDay: column('date'),
  status: column<WaitlistStatus>('text'),
  appointmentId: nullable('uuid'),
  joinedAt: column('timestamptz'),
  endedAt: nullable('timestamptz'),
});
export type WaitlistEntryRow = RowOf<typeof waitlistEntryEntity>;
