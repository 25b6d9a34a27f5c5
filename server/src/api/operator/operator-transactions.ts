import type { RequestContext } from '../../platform/context.ts';
import { systemContext } from '../../platform/context.ts';
import type { Transactions, Tx } from '../../platform/db/transaction.ts';

/** No hospital has this id. */
const nowhere = '00000000-0000-0000-0000-000000000000';

/**
 * An operator’s transactions run under a database role that has no right to any table of a hospital’s rows: a mistake in a
 * statement is refused by Postgres, not by us.
 */
export class OperatorTransactions {
  readonly #transactions: Transactions;
  constructor(transactions: Transactions) {
    this.#transactions = transactions;
  }

  run<Value>(context: RequestContext, work: (tx: Tx) => Promise<Value>): Promise<Value> {
    const scoped = { ...systemContext(nowhere, context.requestId), address: context.address };
    return this.#transactions.run(scoped, async (tx) => {
      await tx.query('SET LOCAL ROLE yunzhen_operator');
      return work(tx);
    });
  }

  /**
   * What an operator orders for one hospital: first the operator’s part under their role, then, in the same transaction, what the
   * house does in that hospital by itself. The operator is shown nothing of it but what the second part gives back.
   */
  runFor<First, Value>(
    context: RequestContext,
    hospitalId: string,
    order: (tx: Tx) => Promise<First>,
    carryOut: (tx: Tx, first: First) => Promise<Value>,
  ): Promise<Value> {
    const scoped = { ...systemContext(hospitalId, context.requestId), address: context.address };
    return this.#transactions.run(scoped, async (tx) => {
      await tx.query('SET LOCAL ROLE yunzhen_operator');
      const first = await order(tx);
      await tx.query('RESET ROLE');
      // What the operator asked for may have counted through all hospitals: back into this one.
      await tx.query('SELECT begin_request($1, NULL, NULL)', [hospitalId]);
      return carryOut(tx, first);
    });
  }
}
