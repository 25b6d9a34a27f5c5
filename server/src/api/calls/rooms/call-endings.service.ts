import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { VisitRows } from '../../visits/index.ts';
import type { CallKeysService } from '../keys/call-keys.service.ts';
import type { CallRoomsRepository } from './call-rooms.repository.ts';
import type { CallRoomsService } from './call-rooms.service.ts';

interface CallEndingsServiceDeps {
  rows: CallRoomsRepository;
  visits: VisitRows;
  rooms: CallRoomsService;
  keys: CallKeysService;
}

/** Ends calls for accounts that lost access. The call socket has no session, so the api orders the media node to end them. */
export class CallEndingsService extends Service<CallEndingsServiceDeps> {
  /** Removes an account that was closed, lost the doctor role or no longer acts for a patient from its calls. */
  async remove(tx: Tx, accountId: string): Promise<void> {
    for (const visitId of await this.deps.rows.lockThoseOf(tx, accountId)) {
      const room = await this.deps.rows.room(tx, visitId);
      if (!room?.removed.includes(accountId)) continue;
      await this.deps.keys.withdraw(tx, visitId, accountId);
      await this.#order(tx, visitId);
    }
  }

  /** Ends the participations of the account’s ended sessions; its other sessions stay in the call. */
  async endStays(tx: Tx, accountId: string): Promise<void> {
    for (const visitId of await this.deps.rows.openOf(tx, accountId)) await this.deps.rooms.announce(tx, visitId);
  }

  /** Ends every call of a hospital that the operator has closed. */
  async closeAll(tx: Tx): Promise<void> {
    for (const visitId of await this.deps.rows.lockAll(tx)) await this.#order(tx, visitId);
  }

  async #order(tx: Tx, visitId: string): Promise<void> {
    await this.deps.visits.raiseRoomRevision(tx, visitId);
    await this.deps.rooms.announce(tx, visitId);
  }
}
