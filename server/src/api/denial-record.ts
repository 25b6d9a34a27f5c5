import type { ErrorCode } from '@yunzhen/shared/core/errors';
import { timeouts } from '../platform/config/timeouts.ts';
import { systemContext, type ActorContext } from '../platform/context.ts';
import type { AuditEntry } from '../platform/db/tx.ts';
import type { Transactions } from '../platform/db/transaction.ts';
import { RefusalRecord } from '../platform/limits/refusal-record.ts';
import type { Logger } from '../platform/logging/logger.ts';

/** A rejected request of a signed-in person. */
interface Denial {
  readonly context: ActorContext;
  readonly route: string;
  readonly code: ErrorCode;
  readonly entityId: string | null;
}

/** Writes denials to the audit trail: each one, or for a person with very many only their number. */
export function denialRecord(
  transactions: Transactions,
  { log, factor }: { log: Logger; factor: number },
): RefusalRecord<Denial> {
  const write = ({ context, route, code, entityId }: Denial, details: AuditEntry['details'] = {}) =>
    transactions.run(
      { ...systemContext(context.hospitalId, context.requestId), actor: null, address: context.address },
      (tx) =>
        tx.audit('access.denied', {
          entity: route,
          entityId,
          outcome: 'denied',
          code,
          actor: context.actor,
          details,
        }),
    );
  return new RefusalRecord<Denial>({
    write: (denial) => write(denial),
    writeCounted: ({ last, count, since }) => write({ ...last, entityId: null }, { count, since: since.toISOString() }),
    factor,
    every: timeouts['audit.countedRefusals'],
    log,
  });
}
