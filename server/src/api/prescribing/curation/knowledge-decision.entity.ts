import type { DecidableTable, DecisionAction, RuleChanges } from '@yunzhen/shared/prescribing/knowledge.constants';
import type { DecisionState } from '@yunzhen/shared/prescribing/knowledge-decision';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** One version of what a hospital decided about one rule of the safety checks. */
export const knowledgeDecisionEntity = defineTable('knowledge_decision', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  ruleTable: column<DecidableTable>('text'),
  ruleId: column('text'),
  version: column('integer'),
  state: column<DecisionState>('text'),
  action: column<DecisionAction>('text'),
  changes: column<RuleChanges>('jsonb'),
  source: column('text'),
  reason: column('text'),
  rowSha256: column('text'),
  twoPeople: column('boolean'),
  proposedBy: column('uuid'),
  proposedAt: column('timestamptz'),
  checkedBy: nullable('uuid'),
  checkedAt: nullable('timestamptz'),
  signedBy: nullable('uuid'),
  signedAt: nullable('timestamptz'),
  withdrawnBy: nullable('uuid'),
  withdrawnAt: nullable('timestamptz'),
});
export type KnowledgeDecisionRow = RowOf<typeof knowledgeDecisionEntity>;
