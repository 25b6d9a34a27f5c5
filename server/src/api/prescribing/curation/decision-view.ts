import type { PersonNames } from '@yunzhen/shared/core/common';
import type { KnowledgeDecision } from '@yunzhen/shared/prescribing/knowledge.contract';
import { isCurrent } from './decided-tables.ts';
import type { NamedDecision } from './decisions.repository.ts';
import type { KnowledgeDecisionRow } from './knowledge-decision.entity.ts';
import type { FindRow } from './ruled-rows.ts';

/** Returns a decision as pages show it; `accountId` is the reader’s, `find` returns the rows as they are now. */
export function decisionView(row: NamedDecision, accountId: string, find: FindRow): KnowledgeDecision {
  const step = (by: string | null, names: PersonNames | null, at: Date | null) =>
    by && at ? { by: names ?? { name: '', nameLatin: '' }, at: at.toISOString(), own: by === accountId } : null;
  return {
    id: row.id,
    table: row.ruleTable,
    ruleId: row.ruleId,
    version: row.version,
    state: row.state,
    action: row.action,
    changes: row.changes,
    source: row.source,
    reason: row.reason,
    twoPeople: row.twoPeople,
    outdated: !isCurrent(row, find),
    proposed: { by: row.proposer, at: row.proposedAt.toISOString(), own: row.proposedBy === accountId },
    checked: step(row.checkedBy, row.checker, row.checkedAt),
    signed: step(row.signedBy, row.signer, row.signedAt),
    withdrawn: step(row.withdrawnBy, row.withdrawer, row.withdrawnAt),
  };
}

/** Returns whether the account may not take the next step of a decision, because it took the one before. */
export function needsAnother(row: KnowledgeDecisionRow, accountId: string): boolean {
  if (!row.twoPeople) return false;
  return row.state === 'proposed'
    ? row.proposedBy === accountId
    : row.state === 'checked' && row.checkedBy === accountId;
}
