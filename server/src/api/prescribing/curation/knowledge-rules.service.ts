import type { KnowledgeRuleDetail, listKnowledgeRules } from '@yunzhen/shared/prescribing/knowledge.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import type { RuledTable } from '@yunzhen/shared/prescribing/knowledge.constants';
import type { QueryOf, ResponseOf } from '@yunzhen/shared/core/route';
import type { ActorContext } from '../../../platform/context.ts';
import { cutPage, decodeSortedPlace, sortedPlace } from '../../../platform/db/paging.ts';
import { Service } from '../../../platform/service.ts';
import { knowledgeManifest } from '../safety/knowledge/knowledge-manifest.ts';
import type { PrescribingPart } from '../prescribing-part.ts';
import { signedForm } from './decided-tables.ts';
import { decisionView } from './decision-view.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import type { KnowledgeDecisionRow } from './knowledge-decision.entity.ts';
import { changeableOf, needsTwoPeople, shippedRule, shippedRules } from './ruled-rows.ts';
import { pageOfRules, ruleView } from './rules-list.ts';

interface KnowledgeRulesDeps extends PrescribingPart<'transactions'> {
  decisions: DecisionsRepository;
}

/** Reads the rules of the safety checks with what the hospital decided about each. */
export class KnowledgeRules extends Service<KnowledgeRulesDeps> {
  list(
    context: ActorContext,
    query: QueryOf<typeof listKnowledgeRules>,
  ): Promise<ResponseOf<typeof listKnowledgeRules>> {
    return this.deps.transactions.run(context, async (tx) => {
      const signed = byRule(await this.deps.decisions.signed(tx));
      const open = byRule(await this.deps.decisions.open(tx));
      const all = shippedRules().map((row) => {
        const of = `${row.table} ${row.id}`;
        const decisions = { signed: signed.get(of), open: open.get(of) };
        return [row, ruleView(row, decisions, context.actor.accountId)] as const;
      });
      const rows = pageOfRules(all, query, decodeSortedPlace(query.cursor));
      await tx.audit('knowledge.read', { entity: 'knowledge', entityId: null });
      return {
        ...cutPage(rows, query.limit, sortedPlace, ({ rule }) => rule),
        total: all.length,
        undecided: all.filter(([, rule]) => rule.signed === null).length,
        baseVersion: knowledgeManifest.version,
      };
    });
  }

  read(context: ActorContext, table: RuledTable, id: string): Promise<KnowledgeRuleDetail> {
    return this.deps.transactions.run(context, async (tx) => {
      const row = shippedRule(table, id);
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
        history: history.map((one) => decisionView(one, context.actor.accountId)),
      };
    });
  }
}

function byRule(decisions: readonly KnowledgeDecisionRow[]): ReadonlyMap<string, KnowledgeDecisionRow> {
  return new Map(decisions.map((row) => [`${row.ruleTable} ${row.ruleId}`, row]));
}
