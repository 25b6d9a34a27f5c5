import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { orderFor } from './call-room.ts';
import type { CallRoomsRepository } from './call-rooms.repository.ts';
import type { RoomOrders } from './room-orders.ts';

interface CallRoomsServiceDeps {
  rooms: CallRoomsRepository;
  orders: RoomOrders;
}

/** Has a change of a visit’s room carried to its media node, at once after the commit. */
export class CallRoomsService extends Service<CallRoomsServiceDeps> {
  /**
   * Call it last in the transaction that changed the room and raised its revision; the visit’s lock is held. Sessions that have ended
   * need neither: a node adds them to those that it knows, whatever the order of its orders.
   */
  async announce(tx: Tx, visitId: string): Promise<void> {
    const room = await this.deps.rooms.room(tx, visitId);
    if (!room?.controlUrl) return;
    const { controlUrl } = room;
    const order = orderFor(visitId, room, room);
    tx.afterCommit(() => this.deps.orders.send(controlUrl, order));
  }
}
