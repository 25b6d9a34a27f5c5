import type { OperatorAction } from '@yunzhen/shared/contract/operator';
import type { ErrorCode } from '@yunzhen/shared/errors';
import type { Place } from '../../../platform/db/paging.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { newId } from '../../../platform/ids.ts';

export interface OperatorEventRow {
  id: string;
  at: Date;
  action: OperatorAction;
  outcome: 'done' | 'denied';
  operator: string | null;
  subject: string | null;
  address: string | null;
}

export interface OperatorEntry {
  operatorId: string | null;
  subject?: string | null;
  outcome?: 'done' | 'denied';
  code?: ErrorCode;
  details?: Record<string, string | number | boolean>;
}

/** The operators’ own trail, written in the transaction of what it tells of. */
export class OperatorLogRepository {
  async write(tx: Tx, action: OperatorAction, entry: OperatorEntry): Promise<void> {
    await tx.query(
      `INSERT INTO operator_event (id, at, operator_id, action, outcome, subject, code, address, request_id, details)
       VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10)`,
      [
        newId(),
        tx.now,
        entry.operatorId,
        action,
        entry.outcome ?? 'done',
        entry.subject ?? null,
        entry.code ?? null,
        tx.context.address,
        tx.context.requestId,
        entry.details ?? {},
      ],
    );
  }

  list(tx: Tx, action: OperatorAction | null, before: Place | null, limit: number): Promise<OperatorEventRow[]> {
    return tx.query<OperatorEventRow>(
      `SELECT e.id, e.at, e.action, e.outcome, coalesce(nullif(o.name, ''), o.email) AS operator, e.subject, e.address
       FROM operator_event e LEFT JOIN operator o ON o.id = e.operator_id
       WHERE ($1::text IS NULL OR e.action = $1)
         AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', e.at), e.id) < ($2, $3::uuid))
       ORDER BY date_trunc('milliseconds', e.at) DESC, e.id DESC LIMIT $4`,
      [action, before?.at ?? null, before?.id ?? null, limit + 1],
    );
  }

  async failuresSince(tx: Tx, subject: string, since: Date): Promise<number> {
    const [row] = await tx.query<{ failures: number }>(
      `SELECT count(*)::int AS failures FROM operator_event
       WHERE action = 'session.refused' AND subject = $1 AND at > $2 AND code = 'auth.invalid-credentials'`,
      [subject, since],
    );
    return row?.failures ?? 0;
  }
}
