import type { DoctorSchedule } from '@yunzhen/shared/scheduling/schedules.contract';
import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** A saved version of a doctor’s hours. Rows are only added. */
export const scheduleVersionEntity = defineTable('schedule_version', {
  practitionerId: key('uuid'),
  version: key('integer'),
  hospitalId: column('uuid'),
  weekly: column<DoctorSchedule['weekly']>('jsonb'),
  exceptions: column<DoctorSchedule['exceptions']>('jsonb'),
  savedAt: column('timestamptz'),
  savedByAccountId: nullable('uuid'),
});
