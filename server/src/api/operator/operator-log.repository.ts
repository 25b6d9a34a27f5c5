import { everyText } from '../../platform/db/every-text.ts';
import type { OperatorAction, OperatorEvent } from '@yunzhen/shared/operator/operator.contract';
import type { ErrorCode } from '@yunzhen/shared/core/errors';
import { placeValues, timedBy, type Order, type Place } from '../../platform/db/paging.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import { operatorEventEntity } from './operator-event.entity.ts';

export type OperatorEventRow = Omit<OperatorEvent, 'at'> & { at: Date };

/** Whether the subject of an event is a media node; that of a refused code is its operator. */
const aboutNode = `e.action IN ('node.drained', 'node.released') AND e.outcome = 'done'`;

export interface OperatorEventFilter {
  /** Part of an operator’s name, a hospital’s name, a media node’s id or an address. */
  q: string;
  action: OperatorAction | null;
  outcome: OperatorEvent['outcome'] | null;
  order: Order;
  after: Place | null;
  limit: number;
}

export interface OperatorEntry {
  operatorId: string | null;
  subject?: string | null;
  outcome?: 'done' | 'denied';
  code?: ErrorCode;
  details?: Record<string, string | number | boolean>;
}

/** The operators’ own trail, written in the transaction of each event. */
export class OperatorLogRepository {
  async write(tx: Tx, action: OperatorAction, entry: OperatorEntry): Promise<void> {
    const { address, requestId } = tx.context;
    const event = { ...entry, id: newId(), at: tx.now, action, outcome: entry.outcome ?? 'done', address, requestId };
    await tx.manager.insert(operatorEventEntity, event);
  }

  /** Returns up to one row more than the limit. */
  list(tx: Tx, { q, action, outcome, order, after, limit }: OperatorEventFilter): Promise<OperatorEventRow[]> {
    const timed = timedBy('e.at', 'e.id', order, 5);
    return tx.query<OperatorEventRow>(
      `SELECT e.id, e.at, e.action, e.outcome, coalesce(nullif(o.name, ''), o.email) AS operator, s.email AS invited, e.address,
         CASE WHEN ${aboutNode} THEN e.subject END AS node,
         CASE WHEN h.id IS NOT NULL THEN jsonb_build_object('id', h.id, 'slug', h.slug, 'name', h.name) END AS hospital
       FROM operator_event e LEFT JOIN operator o ON o.id = e.operator_id
         LEFT JOIN hospital h ON h.id::text = e.subject LEFT JOIN operator s ON s.id::text = e.subject
       WHERE ($1::text IS NULL OR e.action = $1) AND ($2::text IS NULL OR e.outcome = $2)
         AND ($3 = '' OR strpos(lower(concat_ws(' ', o.name, o.email, h.slug, ${everyText('h.name')}, s.email, e.address, CASE WHEN ${aboutNode} THEN e.subject END)), lower($3)) > 0)
         AND ${timed.where} ORDER BY ${timed.order} LIMIT $4`,
      [action, outcome, q, limit + 1, ...placeValues(after)],
    );
  }

  /** Returns how often this subject was refused since then for a wrong password or code, without the refusals of the limit itself. */
  async failuresSince(tx: Tx, subject: string, since: Date): Promise<number> {
    const [row] = await tx.query<{ failures: number }>(
      `SELECT count(*)::int AS failures FROM operator_event
       WHERE subject = $1 AND at > $2 AND outcome = 'denied' AND code IN ('auth.invalid-credentials', 'auth.second-factor-refused')`,
      [subject, since],
    );
    return row?.failures ?? 0;
  }
}
