import type { KnowledgeRuleDetail, listKnowledgeRules } from '@yunzhen/shared/prescribing/knowledge.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { importedTable, type DecidableTable } from '@yunzhen/shared/prescribing/knowledge.constants';
import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { ActorContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import { Service } from '../../../platform/service.ts';
import { knowledgeManifest } from '../safety/knowledge/knowledge-manifest.ts';
import type { ImportedBases } from '../imports/imported-bases.ts';
import type { PrescribingPart } from '../prescribing-part.ts';
import { signedForm } from './decided-tables.ts';
import { decisionView } from './decision-view.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import type { KnowledgeDecisionRow } from './knowledge-decision.entity.ts';
import { importedPage } from './imported-list.ts';
import { changeableOf, needsTwoPeople, shippedRules } from './ruled-rows.ts';
import { pageOfRules, ruleView, type RuleDecisions } from './rules-list.ts';

interface KnowledgeRulesDeps extends PrescribingPart<'transactions'> {
  decisions: DecisionsRepository;
  bases: Pick<ImportedBases, 'active' | 'finder'>;
}

/** Reads the rules of the safety checks with what the hospital decided about each. */
export class KnowledgeRules extends Service<KnowledgeRulesDeps> {
  list(
    context: ActorContext,
    query: QueryOf<typeof listKnowledgeRules>,
  ): Promise<ResponseOf<typeof listKnowledgeRules>> {
    return this.deps.transactions.run(context, async (tx) => {
      const decisions = byRule(await this.deps.decisions.signed(tx), await this.deps.decisions.open(tx));
      const { rows, ...counts } = await this.#found(tx, query, decisions, context.actor.accountId);
      await tx.audit('knowledge.read', { entity: 'knowledge', entityId: null });
      return { ...cutPage(rows, query.limit, sortedPlace, ({ rule }) => rule), ...counts };
    });
  }

  /** Returns up to one row more than the limit: of the imported base, or of the tables that ship with the program. */
  async #found(
    tx: Tx,
    query: QueryOf<typeof listKnowledgeRules>,
    decisions: ReadonlyMap<string, RuleDecisions>,
    accountId: string,
  ) {
    const after = decodeSortedPlace(query.cursor);
    if (query.table === importedTable) {
      const base = await this.deps.bases.active(tx);
      if (base?.rows) return importedPage(base.rows, decisions, { query, after, accountId });
      return { rows: [], total: 0, undecided: 0, baseVersion: base?.version ?? '', baseUnreadable: base !== null };
    }
    const all = shippedRules().map(
      (row) => [row, ruleView(row, decisions.get(`${row.table} ${row.id}`) ?? {}, accountId)] as const,
    );
    return {
      rows: pageOfRules(all, query, after),
      total: all.length,
      undecided: all.filter(([, rule]) => rule.signed === null).length,
      baseVersion: knowledgeManifest.version,
    };
  }

  read(context: ActorContext, table: DecidableTable, id: string): Promise<KnowledgeRuleDetail> {
    return this.deps.transactions.run(context, async (tx) => {
      const find = await this.deps.bases.finder(tx, [table]);
      const row = find(table, id);
      if (!row) throw new AppError('resource.not-found', 'rule not found');
      const history = await this.deps.decisions.history(tx, table, id);
      const open = history.find(({ state }) => state === 'proposed' || state === 'checked');
      const signed = history.find(({ state }) => state === 'signed');
      const form = signedForm(row, signed ? [signed] : []);
      const filled = form ?? row.record;
      await tx.audit('knowledge.read', { entity: 'knowledge', entityId: null, details: { table, rule: id } });
      return {
        ...ruleView(row, { signed, open }, context.actor.accountId),
        row: { ...row.record },
        changeable: changeableOf(row).map((column) => ({ column, value: filled[column] ?? '' })),
        note: filled['note'] ?? '',
        twoPeople: open?.twoPeople ?? needsTwoPeople(row.record, form),
        history: history.map((one) => decisionView(one, context.actor.accountId, find)),
      };
    });
  }
}

function byRule(
  signed: readonly KnowledgeDecisionRow[],
  open: readonly KnowledgeDecisionRow[],
): ReadonlyMap<string, RuleDecisions> {
  const keyOf = ({ ruleTable, ruleId }: KnowledgeDecisionRow) => `${ruleTable} ${ruleId}`;
  const last = new Map(signed.map((row) => [keyOf(row), row]));
  const unsigned = new Map(open.map((row) => [keyOf(row), row]));
  const keys = new Set([...last.keys(), ...unsigned.keys()]);
  return new Map([...keys].map((key) => [key, { signed: last.get(key), open: unsigned.get(key) }]));
}
