import type { RequestContext } from '../../platform/context.ts';
import { installationContext, systemContext } from '../../platform/context.ts';
import type { Transactions, Tx } from '../../platform/db/transaction.ts';
import { Service } from '../../platform/service.ts';
import type { OperatorDatabase } from './operator-database.ts';

interface OperatorTransactionsDeps {
  operators: OperatorDatabase;
  hospitals: Transactions;
}

/** Runs operators’ transactions with a login that has no right to any hospital table, so Postgres itself rejects a faulty statement. */
export class OperatorTransactions extends Service<OperatorTransactionsDeps> {
  async run<Value>(context: RequestContext, work: (tx: Tx) => Promise<Value>): Promise<Value> {
    const transactions = await this.deps.operators.transactions();
    return transactions.run({ ...installationContext(context.requestId), address: context.address }, work);
  }

  /**
   * Runs an operator’s order for one hospital: first the operator’s part with their login, then the hospital’s part in its own transaction. If the
   * second fails, the first stays; both are idempotent, and the operator repeats the order.
   */
  async runFor<First, Value>(
    context: RequestContext,
    hospitalId: string,
    order: (tx: Tx) => Promise<First>,
    carryOut: (tx: Tx, first: First) => Promise<Value>,
  ): Promise<Value> {
    const first = await this.run(context, order);
    const scoped = { ...systemContext(hospitalId, context.requestId), address: context.address };
    return this.deps.hospitals.run(scoped, async (tx) => {
      // Of two equal simultaneous orders, the second finds the first one’s result.
      await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('operator ' || $1, 0))`, [hospitalId]);
      return carryOut(tx, first);
    });
  }
}
