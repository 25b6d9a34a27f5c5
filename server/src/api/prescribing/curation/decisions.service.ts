import type { KnowledgeDecision } from '@yunzhen/shared/prescribing/knowledge.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { importedTable } from '@yunzhen/shared/prescribing/knowledge.constants';
import { decisionMachine } from '@yunzhen/shared/prescribing/knowledge-decision';
import type { ActorContext } from '../../../platform/context.ts';
import { checkRecord, CsvRowError } from '../../../platform/csv/read-csv.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';
import { Service } from '../../../platform/service.ts';
import { buildKnowledgeBase } from '../safety/knowledge/knowledge-base.ts';
import { interactionRuleRowSchema } from '../safety/knowledge/interaction-rule.ts';
import type { ImportedBases } from '../imports/imported-bases.ts';
import type { PrescribingPart } from '../prescribing-part.ts';
import { decidedRecord, isCurrent, proposedTables, signedForm } from './decided-tables.ts';
import { decisionView } from './decision-view.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import type { KnowledgeDecisionRow } from './knowledge-decision.entity.ts';
import { proposedDecision, type Proposal, type ProposedDecision } from './proposed-decision.ts';
import type { FindRow, RuledRow } from './ruled-rows.ts';

const audited = { check: 'knowledge.checked', sign: 'knowledge.signed', withdraw: 'knowledge.withdrawn' } as const;
type Step = keyof typeof audited;
type Decisions = { items: KnowledgeDecision[] };

interface DecisionsServiceDeps extends PrescribingPart<'transactions'> {
  decisions: DecisionsRepository;
  bases: Pick<ImportedBases, 'finder'>;
}

/** The steps of a hospital’s decisions about rules. Each command covers all named rules or none. */
export class DecisionsService extends Service<DecisionsServiceDeps> {
  propose(context: ActorContext, proposal: Proposal): Promise<Decisions> {
    return this.deps.transactions.command(context, 'proposeDecision', async (tx) => {
      const find = await this.deps.bases.finder(
        tx,
        proposal.rules.map(({ table }) => table),
      );
      const rows = distinct(proposal.rules).map(({ table, id }) => requireRule(find, table, id));
      await this.deps.decisions.serialize(tx);
      const signed = await this.deps.decisions.signed(tx);
      const proposed = rows.map((row) => proposedDecision(row, signedForm(row, signed), proposal));
      if (proposal.action === 'change') await this.#assertUsable(tx, signed, rows, proposed);
      const ids: string[] = [];
      for (const one of proposed) ids.push(await this.#insert(tx, context.actor.accountId, one));
      return this.#views(tx, context, ids, find);
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
      const find = await this.deps.bases.finder(
        tx,
        rows.map(({ ruleTable }) => ruleTable),
      );
      for (const row of rows)
        if (!decisionMachine.isDone(row.state, step)) await this.#take(tx, context, row, { step, find });
      return this.#views(tx, context, ids, find);
    });
  }

  async #take(
    tx: Tx,
    { actor }: ActorContext,
    row: KnowledgeDecisionRow,
    { step, find }: { step: Step; find: FindRow },
  ): Promise<void> {
    const state = decisionMachine.next(row.state, step);
    if (step !== 'withdraw') assertAnother(row, step, actor.accountId);
    if (step !== 'withdraw' && !isCurrent(row, find))
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
    rows: readonly RuledRow[],
    proposed: readonly ProposedDecision[],
  ): Promise<void> {
    const hospital = await this.deps.decisions.hospital(tx);
    try {
      for (const [at, one] of proposed.entries()) assertReadablePair(rows[at], one);
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

  async #views(tx: Tx, { actor }: ActorContext, ids: readonly string[], find: FindRow): Promise<Decisions> {
    return { items: (await this.deps.decisions.byIds(tx, ids)).map((row) => decisionView(row, actor.accountId, find)) };
  }
}

function distinct(rules: Proposal['rules']): Proposal['rules'] {
  return [...new Map(rules.map((rule) => [`${rule.table} ${rule.id}`, rule])).values()];
}

function requireRule(find: FindRow, table: string, id: string): RuledRow {
  const row = find(table, id);
  if (!row) throw new AppError('resource.not-found', 'rule not found');
  return row;
}

/** Throws a CsvRowError when the checks could not use a changed pair of the imported base. */
function assertReadablePair(row: RuledRow | undefined, decision: ProposedDecision): void {
  if (row?.table !== importedTable) return;
  const record = { ...decidedRecord(row.record, decision), id: 'imported' };
  checkRecord(importedTable, { line: 1, row: record }, interactionRuleRowSchema);
}

/** Throws when a serious rule needs another person for this step than for the one before. */
function assertAnother(row: KnowledgeDecisionRow, step: 'check' | 'sign', accountId: string): void {
  const before = step === 'check' ? row.proposedBy : row.checkedBy;
  if (row.twoPeople && before === accountId)
    throw new AppError('knowledge.second-person', 'this step needs another person than the one before', {
      facts: { rule: row.ruleId },
    });
}
