import type { Acknowledgement } from '@yunzhen/shared/prescribing/prescribing.contract';
import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';
import type { Severity } from '../safety/severity.ts';
import type { AlertOutcome } from './alert-outcomes.ts';

/** The outcome of one rule’s alert on a prescription. */
export const safetyAlertEntity = defineTable('safety_alert', {
  prescriptionId: key('uuid'),
  rule: key('text'),
  hospitalId: column('uuid'),
  checkName: column('text'),
  severity: column<Severity>('text'),
  outcome: column<AlertOutcome['outcome']>('text'),
  reason: nullable<Acknowledgement['reason']>('text'),
  at: column('timestamptz'),
});
