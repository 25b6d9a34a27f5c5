import type { proposeDecision } from '@yunzhen/shared/prescribing/knowledge.contract';
import type { RuleChanges } from '@yunzhen/shared/prescribing/knowledge.constants';
import { AppError } from '@yunzhen/shared/core/errors';
import type { BodyOf } from '@yunzhen/shared/core/route';
import type { TableRow } from '../safety/knowledge/knowledge-tables.ts';
import { decidedRecord, type Decided } from './decided-tables.ts';
import { changeableOf, needsTwoPeople, type RuledRow } from './ruled-rows.ts';

export type Proposal = BodyOf<typeof proposeDecision>;

/** What is stored of a proposal about one row. */
export type ProposedDecision = Pick<Decided, 'ruleTable' | 'ruleId' | 'rowSha256' | 'action' | 'changes' | 'source'> & {
  readonly reason: string;
  readonly twoPeople: boolean;
};

/**
 * Returns a proposal about a row; `before` is its last signed form, null when it is switched off. A change is relative to that form, and is stored as the
 * whole difference from the shipped row, because only the last signed decision counts.
 */
export function proposedDecision(row: RuledRow, before: TableRow | null, proposal: Proposal): ProposedDecision {
  const { action, source, reason } = proposal;
  const changes = action === 'change' ? wholeChanges(row, before, proposal.changes) : {};
  const of = { ruleTable: row.table, ruleId: row.id, rowSha256: row.sha256 };
  const after = decidedRecord(row.record, { action, changes, source });
  return { ...of, action, changes, source, reason, twoPeople: needsTwoPeople(row.record, before, after) };
}

/** Throws when a change names a column that the row does not have, or changes nothing. */
function wholeChanges(row: RuledRow, before: TableRow | null, changes: RuleChanges): RuleChanges {
  const changeable = changeableOf(row);
  const allowed: readonly string[] = changeable;
  const foreign = Object.keys(changes).find((column) => !allowed.includes(column));
  if (foreign)
    throw new AppError('validation.failed', 'column cannot be changed', {
      fields: [{ path: `changes.${foreign}`, rule: 'not-allowed' }],
    });
  if (before && Object.entries(changes).every(([column, value]) => before[column] === value))
    throw new AppError('knowledge.unchanged', 'the change has the values of the last signed form');
  const wanted: TableRow = { ...(before ?? row.record), ...changes };
  const whole = changeable.filter((column) => wanted[column] !== row.record[column]);
  if (whole.length === 0)
    throw new AppError('knowledge.unchanged', 'the change leads back to the shipped row, which is accepted instead');
  return Object.fromEntries(whole.map((column) => [column, wanted[column]]));
}
