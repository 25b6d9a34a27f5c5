import type { ErrorCode } from '@yunzhen/shared/core/errors';
import type { OperatorAction } from '@yunzhen/shared/operator/operator.contract';
import { column, defineTable, key, nullable, type RowOf } from '../../platform/db/table.ts';

/** One event of the operators’ own trail. Rows are only added. */
export const operatorEventEntity = defineTable('operator_event', {
  id: key('uuid'),
  at: column('timestamptz'),
  operatorId: nullable('uuid'),
  action: column<OperatorAction>('text'),
  outcome: column<'done' | 'denied'>('text'),
  subject: nullable('text'),
  code: nullable<ErrorCode>('text'),
  address: nullable('text'),
  requestId: column('text'),
  details: column<Record<string, string | number | boolean>>('jsonb'),
});
export type OperatorEventRow = RowOf<typeof operatorEventEntity>;
