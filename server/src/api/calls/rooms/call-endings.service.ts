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

/** Ends calls for people who lost the right to be in them. The call socket knows no session, so the api orders the media node to end them. */
export class CallEndingsService extends Service<CallEndingsServiceDeps> {
  /** The account was closed, is no doctor any more, or acts no longer for a patient: what stands of that now is ordered. */
  async putOut(tx: Tx, accountId: string): Promise<void> {
    for (const visitId of await this.deps.rows.lockThoseOf(tx, accountId)) {
      const room = await this.deps.rows.room(tx, visitId);
      if (!room?.removed.includes(accountId)) continue;
      await this.deps.keys.withdraw(tx, visitId, accountId);
      await this.#order(tx, visitId);
    }
  }

  /** Sessions of the account have ended: what they entered ends too. Other sessions of the same person stay in the call. */
  async endStays(tx: Tx, accountId: string): Promise<void> {
    for (const visitId of await this.deps.rows.openOf(tx, accountId)) await this.deps.rooms.announce(tx, visitId);
  }

  /** The operator has closed the hospital: no call goes on in it. */
  async closeAll(tx: Tx): Promise<void> {
    for (const visitId of await this.deps.rows.lockAll(tx)) await this.#order(tx, visitId);
  }

  async #order(tx: Tx, visitId: string): Promise<void> {
    await this.deps.visits.raiseRoomRevision(tx, visitId);
    await this.deps.rooms.announce(tx, visitId);
  }
}
