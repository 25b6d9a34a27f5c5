import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { orderFor } from './call-room.ts';
import type { CallRoomsRepository } from './call-rooms.repository.ts';
import type { RoomOrders } from './room-orders.ts';

interface CallRoomsServiceDeps {
  rooms: CallRoomsRepository;
  orders: RoomOrders;
}

/** Sends changes of a visit’s room to its media node directly after the commit. */
export class CallRoomsService extends Service<CallRoomsServiceDeps> {
  /**
   * Schedules the order. Call it last in the transaction that changed the room and raised its revision, under the visit’s lock. Ended sessions need
   * neither, because a node accumulates them in any order of orders.
   */
  async announce(tx: Tx, visitId: string): Promise<void> {
    const room = await this.deps.rooms.room(tx, visitId);
    if (!room?.controlUrl || room.nodeId === null) return;
    const node = { id: room.nodeId, controlUrl: room.controlUrl, ownKey: room.ownKey === true };
    const order = orderFor(visitId, room, room);
    tx.afterCommit(() => this.deps.orders.send(node, order));
  }
}
