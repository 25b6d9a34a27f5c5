import { timeouts } from '../../../platform/config/timeouts.ts';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import { RefusalRecord } from '../../../platform/limits/refusal-record.ts';
import type { Logger } from '../../../platform/logging/logger.ts';

/** A call event of a visit that was never placed on the node that reports it. */
export interface ForeignEvent {
  readonly nodeId: string;
  readonly eventId: string;
  readonly hospitalId: string;
  readonly visitId: string;
  readonly patientId: string;
}

/** The first event of a node about a visit is audited at once. A node sends measurements every few seconds, so further ones are counted. */
const oneByOne = { burst: 1, perSecond: 0 };

/** Audits foreign call events as denied accesses. Record them by node and visit. */
export function foreignEventRecord(transactions: Pick<Transactions, 'run'>, log: Logger): RefusalRecord<ForeignEvent> {
  const write = ({ nodeId, eventId, hospitalId, visitId, patientId }: ForeignEvent, counted = {}) =>
    transactions.run(systemContext(hospitalId, eventId), (tx) =>
      tx.audit('access.denied', {
        entity: 'visit',
        entityId: visitId,
        patientId,
        outcome: 'denied',
        code: 'auth.forbidden',
        details: { nodeId, ...counted },
      }),
    );
  return new RefusalRecord<ForeignEvent>({
    write: (event) => write(event),
    writeCounted: ({ last, count, since }) => write(last, { count, since: since.toISOString() }),
    factor: 1,
    oneByOne,
    every: timeouts['audit.countedRefusals'],
    log,
  });
}
