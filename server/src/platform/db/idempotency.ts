import { AppError } from '@yunzhen/shared/errors';
import type { Tx } from './transaction.ts';

/**
 * Claims the context’s idempotency key for a command. The unique index makes a second sender wait until the first
 * transaction ends: then it finds the stored answer, or, when the first rolled back, carries the command out itself.
 * Returns the stored answer, or null when the command is to be carried out (always so without a key).
 */
export async function claimCommand(tx: Tx, name: string): Promise<{ answer: unknown } | null> {
  const { idempotencyKey: key, actor } = tx.context;
  if (!key || !actor) return null;
  const claimed = await tx.query(
    `INSERT INTO idempotency_key (hospital_id, account_id, key, command, created_at) VALUES ($1,$2,$3,$4,$5)
     ON CONFLICT (hospital_id, account_id, key) DO NOTHING RETURNING key`,
    [tx.hospitalId, actor.accountId, key, name, tx.now],
  );
  if (claimed.length > 0) return null;
  const [earlier] = await tx.query<{ command: string; answer: unknown }>(
    'SELECT command, answer FROM idempotency_key WHERE account_id = $1 AND key = $2',
    [actor.accountId, key],
  );
  if (!earlier || earlier.command !== name) {
    throw new AppError('request.idempotency-mismatch', 'idempotency key was used for another command');
  }
  return { answer: earlier.answer };
}

export async function rememberAnswer(tx: Tx, answer: unknown): Promise<void> {
  const { idempotencyKey: key, actor } = tx.context;
  if (!key || !actor) return;
  await tx.query('UPDATE idempotency_key SET answer = $3 WHERE account_id = $1 AND key = $2', [
    actor.accountId,
    key,
    JSON.stringify(answer ?? null),
  ]);
}
