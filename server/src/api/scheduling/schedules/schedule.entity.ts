import type { DoctorSchedule } from '@yunzhen/shared/scheduling/schedules.contract';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A doctor’s hours (FHIR Schedule). */
export const scheduleEntity = defineTable('schedule', {
  practitionerId: key('uuid'),
  hospitalId: column('uuid'),
  version: column('integer'),
  weekly: column<DoctorSchedule['weekly']>('jsonb'),
  exceptions: column<DoctorSchedule['exceptions']>('jsonb'),
  savedAt: column('timestamptz'),
  savedByAccountId: nullable('uuid'),
});
export type ScheduleRow = RowOf<typeof scheduleEntity>;
