import type { PersonNames } from '@yunzhen/shared/core/common';
import type { DecidableTable } from '@yunzhen/shared/prescribing/knowledge.constants';
import { In } from 'typeorm';
import { insertUnlessThere } from '../../../platform/db/insert-unless-there.ts';
import { namesOf } from '../../../platform/db/person-names.ts';
import { columnsOf } from '../../../platform/db/table.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { DecidingHospital } from './decided-tables.ts';
import { knowledgeDecisionEntity, type KnowledgeDecisionRow } from './knowledge-decision.entity.ts';

/** A decision with the names of the people who took its steps. */
export interface NamedDecision extends KnowledgeDecisionRow {
  readonly proposer: PersonNames;
  readonly checker: PersonNames | null;
  readonly signer: PersonNames | null;
  readonly withdrawer: PersonNames | null;
}

const steps = { proposer: 'proposed_by', checker: 'checked_by', signer: 'signed_by', withdrawer: 'withdrawn_by' };
const named = Object.keys(steps).map(
  (step) => `${namesOf(`${step}.display_name`, `${step}.display_name_latin`)} AS ${step}`,
);
const joined = Object.entries(steps).map(([step, column]) => `LEFT JOIN account ${step} ON ${step}.id = d.${column}`);
const select = `SELECT ${columnsOf(knowledgeDecisionEntity, 'd')}, ${named.join(', ')} FROM knowledge_decision d ${joined.join(' ')}`;

/** Decisions of a hospital about rules. Row-level security limits every statement to the hospital. */
export class DecisionsRepository {
  /** Returns the decision of each rule that is proposed or checked. */
  open(tx: Tx): Promise<KnowledgeDecisionRow[]> {
    return tx.manager.findBy(knowledgeDecisionEntity, { state: In(['proposed', 'checked']) });
  }

  /** Returns the last signed decision of each rule. */
  signed(tx: Tx): Promise<KnowledgeDecisionRow[]> {
    return tx.query<KnowledgeDecisionRow>(
      `SELECT DISTINCT ON (d.rule_table, d.rule_id) ${columnsOf(knowledgeDecisionEntity, 'd')} FROM knowledge_decision d
       WHERE d.state = 'signed' ORDER BY d.rule_table, d.rule_id, d.version DESC`,
    );
  }

  /** Returns every decision about a rule, newest first. */
  history(tx: Tx, table: DecidableTable, ruleId: string): Promise<NamedDecision[]> {
    return tx.query<NamedDecision>(`${select} WHERE d.rule_table = $1 AND d.rule_id = $2 ORDER BY d.version DESC`, [
      table,
      ruleId,
    ]);
  }

  /** Returns decisions in the order of the ids. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<NamedDecision[]> {
    const rows = await tx.query<NamedDecision>(`${select} WHERE d.id = ANY($1)`, [ids]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  /** Makes steps of the hospital’s decisions run one after the other, so that a proposal builds on the last signed one. */
  async serialize(tx: Tx): Promise<void> {
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`knowledge decisions ${tx.hospitalId}`]);
  }

  /** Loads and locks decisions until the transaction ends, in one order for every caller. */
  lock(tx: Tx, ids: readonly string[]): Promise<KnowledgeDecisionRow[]> {
    const where = { id: In([...ids]) };
    return tx.manager.find(knowledgeDecisionEntity, {
      where,
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
  }

  async nextVersion(tx: Tx, table: DecidableTable, ruleId: string): Promise<number> {
    const [row] = await tx.query<{ next: number }>(
      'SELECT coalesce(max(version), 0)::int + 1 AS next FROM knowledge_decision WHERE rule_table = $1 AND rule_id = $2',
      [table, ruleId],
    );
    return row?.next ?? 1;
  }

  /** Inserts a proposal unless the rule has an open decision. Unique indexes resolve races. Returns whether it inserted. */
  insert(tx: Tx, row: KnowledgeDecisionRow): Promise<boolean> {
    return insertUnlessThere(tx, knowledgeDecisionEntity, row);
  }

  async save(tx: Tx, id: string, change: Partial<KnowledgeDecisionRow>): Promise<void> {
    await tx.manager.update(knowledgeDecisionEntity, { id }, change);
  }

  /** Returns the hospital as it is cited for its own changes. */
  async hospital(tx: Tx): Promise<DecidingHospital> {
    const [row] = await tx.query<{ name: string; country: string }>(
      `SELECT name->>'en' AS name, jurisdiction AS country FROM hospital WHERE id = $1`,
      [tx.hospitalId],
    );
    return row ?? { name: '', country: '' };
  }
}
