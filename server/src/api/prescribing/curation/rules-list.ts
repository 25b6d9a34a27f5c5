import type { listKnowledgeRules, KnowledgeRule } from '@yunzhen/shared/prescribing/knowledge.contract';
import { decidableTables, importedTable, ruleSeverities } from '@yunzhen/shared/prescribing/knowledge.constants';
import type { QueryOf } from '@yunzhen/shared/core/route';
import type { SortedPlace } from '../../../platform/db/paging.ts';
import type { TableRow } from '../safety/knowledge/knowledge-tables.ts';
import { decidedRecord } from './decided-tables.ts';
import { needsAnother } from './decision-view.ts';
import type { KnowledgeDecisionRow } from './knowledge-decision.entity.ts';
import { confidenceOf, saysOf, sourceOf, titleOf } from './rule-words.ts';
import { severityOf, type RuledRow } from './ruled-rows.ts';

export type RulesQuery = Pick<
  QueryOf<typeof listKnowledgeRules>,
  'q' | 'sort' | 'order' | 'table' | 'state' | 'severity' | 'limit'
>;

/** A rule of the list with its sort value and the id of its place. */
export interface ListedRule {
  readonly id: string;
  readonly sortValue: string;
  readonly rule: KnowledgeRule;
}

/** The last signed decision about a rule, and the one that is not signed yet. */
export interface RuleDecisions {
  readonly signed?: KnowledgeDecisionRow | undefined;
  readonly open?: KnowledgeDecisionRow | undefined;
}

/** Returns a rule as the hospital signed it last, with what is proposed beside it; `accountId` is the reader’s. */
export function ruleView(row: RuledRow, { signed, open }: RuleDecisions, accountId: string): KnowledgeRule {
  const counted = signed?.rowSha256 === row.sha256 ? signed : undefined;
  const record = (counted && decidedRecord(row.record, counted)) || row.record;
  const decision = open ?? signed;
  return {
    table: row.table,
    id: row.id,
    title: titleOf(row.record),
    ...formView(record),
    // The licensor of a base answers for its pairs.
    confidence: row.table === importedTable ? 'high' : confidenceOf(record),
    signed: counted?.action ?? null,
    proposed: open ? proposedView(row, open) : null,
    state: stateOf(row, decision),
    action: decision?.action ?? null,
    decisionId: decision?.id ?? null,
    needsAnother: decision !== undefined && needsAnother(decision, accountId),
    decidedAt: (decision?.signedAt ?? decision?.checkedAt ?? decision?.proposedAt)?.toISOString() ?? null,
  };
}

function stateOf(row: RuledRow, decision: KnowledgeDecisionRow | undefined): KnowledgeRule['state'] {
  if (decision === undefined) return 'undecided';
  return decision.rowSha256 === row.sha256 ? (decision.state as KnowledgeRule['state']) : 'outdated';
}

function formView(record: TableRow): Pick<KnowledgeRule, 'says' | 'severity' | 'source'> {
  return { says: saysOf(record), severity: severityOf(record), source: sourceOf(record) };
}

function proposedView(row: RuledRow, open: KnowledgeDecisionRow): NonNullable<KnowledgeRule['proposed']> {
  const after = decidedRecord(row.record, open);
  return { action: open.action, reason: open.reason, source: open.source, after: after && formView(after) };
}

/** Returns up to one row more than the limit, from the place on. */
export function pageOfRules(
  rules: readonly (readonly [RuledRow, KnowledgeRule])[],
  query: RulesQuery,
  after: SortedPlace | null,
): ListedRule[] {
  const words = query.q.toLowerCase();
  const listed = rules
    .filter(([, rule]) => isAskedFor(rule, query, words))
    .map(([{ key }, rule]): ListedRule => ({ id: key, sortValue: sortValueOf(rule, query.sort), rule }))
    .toSorted(inOrder);
  const ordered = query.order === 'asc' ? listed : listed.toReversed();
  const start = after
    ? ordered.findIndex((row) => {
        const relation = inOrder(row, { sortValue: after.value, id: after.id });
        return query.order === 'asc' ? relation > 0 : relation < 0;
      })
    : 0;
  return start < 0 ? [] : ordered.slice(start, start + query.limit + 1);
}

function isAskedFor(rule: KnowledgeRule, { table, state, severity }: RulesQuery, words: string): boolean {
  if (table && rule.table !== table) return false;
  if (state && rule.state !== state) return false;
  if (severity && rule.severity !== severity) return false;
  if (words === '') return true;
  const { title, says, id, source } = rule;
  return [title.en, title.zh, says.en, says.zh, id, source].some((text) => text.toLowerCase().includes(words));
}

type Ordered = Pick<ListedRule, 'sortValue' | 'id'>;

function inOrder(a: Ordered, b: Ordered): number {
  if (a.sortValue !== b.sortValue) return a.sortValue < b.sortValue ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

/** The longest sort value that a cursor can contain. */
const LONGEST = 200;

function sortValueOf(rule: KnowledgeRule, sort: RulesQuery['sort']): string {
  const name = rule.title.en.toLowerCase();
  const keys = {
    severity: `${rule.severity ? ruleSeverities.length - ruleSeverities.indexOf(rule.severity) : 0}`,
    name,
    table: `${String(decidableTables.indexOf(rule.table)).padStart(2, '0')} ${name}`,
    decided: rule.decidedAt ?? '',
  };
  return keys[sort].slice(0, LONGEST);
}
