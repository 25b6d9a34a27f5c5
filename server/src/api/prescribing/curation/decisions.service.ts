import type { KnowledgeDecision } from '@yunzhen/shared/prescribing/knowledge.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { decisionMachine } from '@yunzhen/shared/prescribing/knowledge-decision';
import type { ActorContext } from '../../../platform/context.ts';
import { CsvRowError } from '../../../platform/csv/read-csv.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { buildKnowledgeBase } from '../safety/knowledge/knowledge-base.ts';
import type { PrescribingPart } from '../prescribing-part.ts';
import { isCurrent, proposedTables, signedForm } from './decided-tables.ts';
import { decisionView } from './decision-view.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import type { KnowledgeDecisionRow } from './knowledge-decision.entity.ts';
import { proposedDecision, type Proposal, type ProposedDecision } from './proposed-decision.ts';
import { shippedRule, type RuledRow } from './ruled-rows.ts';

const audited = { check: 'knowledge.checked', sign: 'knowledge.signed', withdraw: 'knowledge.withdrawn' } as const;
type Step = keyof typeof audited;
type Decisions = { items: KnowledgeDecision[] };

interface DecisionsServiceDeps extends PrescribingPart<'transactions'> {
  decisions: DecisionsRepository;
}

/** The steps of a hospital’s decisions about rules. Each command covers all named rules or none. */
export class DecisionsService extends Service<DecisionsServiceDeps> {
  propose(context: ActorContext, proposal: Proposal): Promise<Decisions> {
    return this.deps.transactions.command(context, 'proposeDecision', async (tx) => {
      const rows = distinct(proposal.rules).map(({ table, id }) => requireRule(table, id));
      await this.deps.decisions.serialize(tx);
      const signed = await this.deps.decisions.signed(tx);
      const proposed = rows.map((row) => proposedDecision(row, signedForm(row, signed), proposal));
      if (proposal.action === 'change') await this.#assertUsable(tx, signed, proposed);
      const ids: string[] = [];
      for (const one of proposed) ids.push(await this.#insert(tx, context.actor.accountId, one));
      return this.#views(tx, context, ids);
    });
  }

  check(context: ActorContext, ids: readonly string[]): Promise<Decisions> {
    return this.#step(context, ids, 'check');
  }

  sign(context: ActorContext, ids: readonly string[]): Promise<Decisions> {
    return this.#step(context, ids, 'sign');
  }

  withdraw(context: ActorContext, ids: readonly string[]): Promise<Decisions> {
    return this.#step(context, ids, 'withdraw');
  }

  async #insert(tx: Tx, accountId: string, proposed: ProposedDecision): Promise<string> {
    const { decisions } = this.deps;
    const { ruleTable: table, ruleId: rule, action } = proposed;
    const decision = {
      ...proposed,
      id: newId(),
      hospitalId: tx.hospitalId,
      version: await decisions.nextVersion(tx, table, rule),
      state: 'proposed',
      proposedBy: accountId,
      proposedAt: tx.now,
    } as KnowledgeDecisionRow;
    if (!(await decisions.insert(tx, decision)))
      throw new AppError('knowledge.decision-open', 'rule has a decision that is not signed', {
        facts: { rule },
      });
    const details = { table, rule, version: decision.version, action };
    await tx.audit('knowledge.proposed', { entity: 'knowledge-decision', entityId: decision.id, details });
    return decision.id;
  }

  /** Takes one step for every decision. Those that have taken it already stay as they are. */
  #step(context: ActorContext, ids: readonly string[], step: Step): Promise<Decisions> {
    return this.deps.transactions.command(context, `${step}Decisions`, async (tx) => {
      await this.deps.decisions.serialize(tx);
      const rows = await this.deps.decisions.lock(tx, ids);
      if (rows.length !== new Set(ids).size) throw new AppError('resource.not-found', 'decision not found');
      for (const row of rows) if (!decisionMachine.isDone(row.state, step)) await this.#take(tx, context, row, step);
      return this.#views(tx, context, ids);
    });
  }

  async #take(tx: Tx, { actor }: ActorContext, row: KnowledgeDecisionRow, step: Step): Promise<void> {
    const state = decisionMachine.next(row.state, step);
    if (step !== 'withdraw') assertAnother(row, step, actor.accountId);
    if (step !== 'withdraw' && !isCurrent(row))
      throw new AppError('resource.conflict', 'the row has changed since the proposal', {
        facts: { rule: row.ruleId },
      });
    const by = actor.accountId;
    const taken = {
      check: { checkedBy: by, checkedAt: tx.now },
      sign: { signedBy: by, signedAt: tx.now },
      withdraw: { withdrawnBy: by, withdrawnAt: tx.now },
    };
    await this.deps.decisions.save(tx, row.id, { state, ...taken[step] });
    const details = { table: row.ruleTable, rule: row.ruleId, version: row.version, action: row.action };
    await tx.audit(audited[step], { entity: 'knowledge-decision', entityId: row.id, details });
  }

  /** Throws when the checks could not use the changed row together with the hospital’s other rows. */
  async #assertUsable(
    tx: Tx,
    signed: readonly KnowledgeDecisionRow[],
    proposed: readonly ProposedDecision[],
  ): Promise<void> {
    const hospital = await this.deps.decisions.hospital(tx);
    try {
      buildKnowledgeBase(proposedTables(signed, proposed, tx.now, hospital), 'proposed');
    } catch (error) {
      if (!(error instanceof CsvRowError)) throw error;
      const changed = proposed.flatMap(({ changes }) => Object.keys(changes));
      const column = changed.find((name) => error.message.includes(`: ${name}: `)) ?? 'source';
      throw new AppError('validation.failed', 'changed row cannot be used', {
        fields: [{ path: column === 'source' ? column : `changes.${column}`, rule: 'not-allowed' }],
      });
    }
  }

  async #views(tx: Tx, { actor }: ActorContext, ids: readonly string[]): Promise<Decisions> {
    return { items: (await this.deps.decisions.byIds(tx, ids)).map((row) => decisionView(row, actor.accountId)) };
  }
}

function distinct(rules: Proposal['rules']): Proposal['rules'] {
  return [...new Map(rules.map((rule) => [`${rule.table} ${rule.id}`, rule])).values()];
}

function requireRule(table: string, id: string): RuledRow {
  const row = shippedRule(table, id);
  if (!row) throw new AppError('resource.not-found', 'rule not found');
  return row;
}

/** Throws when a serious rule needs another person for this step than for the one before. */
function assertAnother(row: KnowledgeDecisionRow, step: 'check' | 'sign', accountId: string): void {
  const before = step === 'check' ? row.proposedBy : row.checkedBy;
  if (row.twoPeople && before === accountId)
    throw new AppError('knowledge.second-person', 'this step needs another person than the one before', {
      facts: { rule: row.ruleId },
    });
}
