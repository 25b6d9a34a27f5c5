import { systemContext, type Actor } from '../../../platform/context.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Transactions } from '../../../platform/db/transaction.ts';
import type { Logger } from '../../../platform/logging/logger.ts';
import type { RecordHub } from '../../../platform/realtime/record-hub.ts';
import type { CareService } from './care.service.ts';

/** Refreshes the queues of the doctors whose patient has just opened the first page or closed the last one. */
export class PresenceService {
  readonly #transactions: Transactions;
  readonly #care: CareService;
  readonly #clock: Clock;
  readonly #log: Logger;

  constructor(transactions: Transactions, care: CareService, clock: Clock, log: Logger) {
    this.#transactions = transactions;
    this.#care = care;
    this.#clock = clock;
    this.#log = log;
  }

  watch(hub: RecordHub): void {
    hub.onPresence((actor) => {
      this.#tell(hub, actor).catch((error: unknown) => {
        // The queue then learns of it at its next change, as it would without this.
        this.#log.debug({ err: error }, 'presence could not be told');
      });
    });
  }

  async #tell(hub: RecordHub, { hospitalId, patientId }: Actor): Promise<void> {
    if (patientId === null) return;
    const accountIds = await this.#transactions.run(systemContext(hospitalId, 'presence'), (tx) =>
      this.#care.doctorsNow(tx, patientId),
    );
    if (accountIds.length === 0) return;
    hub.publish([
      {
        type: 'patient.presence-changed',
        entityId: patientId,
        hospitalId,
        at: this.#clock.now(),
        changes: [{ entity: 'queue', id: patientId, to: { accountIds } }],
      },
    ]);
  }
}
