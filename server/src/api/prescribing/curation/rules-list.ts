import type { listKnowledgeRules, KnowledgeRule } from '@yunzhen/shared/prescribing/knowledge.contract';
import { ruleSeverities, ruledTables } from '@yunzhen/shared/prescribing/knowledge.constants';
import type { QueryOf } from '@yunzhen/shared/core/route';
import type { SortedPlace } from '../../../platform/db/paging.ts';
import { decidedRecord, isCurrent } from './decided-tables.ts';
import { needsAnother } from './decision-view.ts';
import type { NamedDecision } from './decisions.repository.ts';
import { confidenceOf, saysOf, sourceOf, titleOf } from './rule-words.ts';
import { severityOf, type RuledRow } from './ruled-rows.ts';

type Query = Pick<
  QueryOf<typeof listKnowledgeRules>,
  'q' | 'sort' | 'order' | 'table' | 'state' | 'severity' | 'limit'
>;

/** A rule of the list with its sort value and the id of its place. */
export interface ListedRule {
  readonly id: string;
  readonly sortValue: string;
  readonly rule: KnowledgeRule;
}

/** Returns a shipped rule with what the hospital decided last; `accountId` is the reader’s. */
export function ruleView(row: RuledRow, decision: NamedDecision | undefined, accountId: string): KnowledgeRule {
  const counts = decision !== undefined && isCurrent(decision);
  const record = (counts && decision.state === 'signed' && decidedRecord(row.record, decision)) || row.record;
  const changed = counts && decision.state === 'signed' && decision.action === 'change';
  return {
    table: row.table,
    id: row.id,
    title: titleOf(row.record),
    says: saysOf(record),
    severity: severityOf(record),
    source: changed ? decision.source : sourceOf(record),
    confidence: confidenceOf(record),
    state: decision === undefined ? 'undecided' : counts ? (decision.state as KnowledgeRule['state']) : 'outdated',
    action: decision?.action ?? null,
    decisionId: decision?.id ?? null,
    needsAnother: decision !== undefined && needsAnother(decision, accountId),
    decidedAt: (decision?.signedAt ?? decision?.checkedAt ?? decision?.proposedAt)?.toISOString() ?? null,
  };
}

/** Returns up to one row more than the limit, from the place on. */
export function pageOfRules(
  rules: readonly (readonly [RuledRow, KnowledgeRule])[],
  query: Query,
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

function isAskedFor(rule: KnowledgeRule, { table, state, severity }: Query, words: string): boolean {
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

function sortValueOf(rule: KnowledgeRule, sort: Query['sort']): string {
  const name = rule.title.en.toLowerCase();
  const keys = {
    severity: `${rule.severity ? ruleSeverities.length - ruleSeverities.indexOf(rule.severity) : 0}`,
    name,
    table: `${String(ruledTables.indexOf(rule.table)).padStart(2, '0')} ${name}`,
    decided: rule.decidedAt ?? '',
  };
  return keys[sort].slice(0, LONGEST);
}
