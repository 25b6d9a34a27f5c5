import type { RequestContext } from '../../platform/context.ts';
import { systemContext } from '../../platform/context.ts';
import type { Transactions, Tx } from '../../platform/db/transaction.ts';
import type { OperatorDatabase } from './operator-database.ts';

/** No hospital has this id. */
const nowhere = '00000000-0000-0000-0000-000000000000';

/**
 * An operator’s transactions run on connections of a login that has no right to any table of a hospital’s rows: a mistake in a
 * statement is refused by Postgres, not by us.
 */
export class OperatorTransactions {
  readonly #operators: OperatorDatabase;
  readonly #hospitals: Transactions;
  constructor(operators: OperatorDatabase, hospitals: Transactions) {
    this.#operators = operators;
    this.#hospitals = hospitals;
  }

  async run<Value>(context: RequestContext, work: (tx: Tx) => Promise<Value>): Promise<Value> {
    const transactions = await this.#operators.transactions();
    return transactions.run({ ...systemContext(nowhere, context.requestId), address: context.address }, work);
  }

  /**
   * What an operator orders for one hospital: first the operator’s part as their login, then, in a transaction of the hospital, what
   * the house does there by itself. When that fails the first part stays: both are safe to repeat, and the operator does.
   */
  async runFor<First, Value>(
    context: RequestContext,
    hospitalId: string,
    order: (tx: Tx) => Promise<First>,
    carryOut: (tx: Tx, first: First) => Promise<Value>,
  ): Promise<Value> {
    const first = await this.run(context, order);
    const scoped = { ...systemContext(hospitalId, context.requestId), address: context.address };
    return this.#hospitals.run(scoped, async (tx) => {
      // Of two who order the same at once, the second finds what the first has done.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('operator ' || $1, 0))`, [hospitalId]);
      return carryOut(tx, first);
    });
  }
}
