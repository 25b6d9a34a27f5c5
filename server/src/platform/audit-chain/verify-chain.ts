import { systemContext } from '../context.ts';
import type { Transactions } from '../db/transaction.ts';
import { checkStart, checkStep, type BrokenEntry, type CheckPlace, type CheckStep } from './chain-check.ts';
import { ChainReader } from './chain-reader.ts';
import { sealChain } from './chain-sealer.ts';

export interface ChainVerdict {
  entries: number;
  broken: BrokenEntry | null;
}

/** Checks the whole chain of a hospital. */
export async function verifyChain(transactions: Transactions, hospitalId: string): Promise<ChainVerdict> {
  await sealChain(transactions, hospitalId);
  const reader = new ChainReader();
  const context = systemContext(hospitalId, 'audit-verify');
  let entries = 0;
  for (let place: CheckPlace | null = checkStart; place;) {
    const at: CheckPlace = place;
    const step: CheckStep = await transactions.run(context, (tx) => checkStep(tx, reader, at));
    entries = step.checked;
    if (step.broken) return { entries, broken: step.broken };
    place = step.next;
  }
  return { entries, broken: null };
}
