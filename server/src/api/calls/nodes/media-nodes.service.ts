import { AppError } from '@yunzhen/shared/core/errors';
import type { NodeHeartbeat, RoomOrder } from '../../../platform/nodes/node-api.contract.ts';
import type { NodeCredential } from '../../../platform/nodes/node-key.ts';
import { installationContext } from '../../../platform/context.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import { closingOrder, orderFor } from '../rooms/call-room.ts';
import type { CallRoom, CallRoomsRepository, NodeRoom } from '../rooms/call-rooms.repository.ts';
import { nodeTimes } from './node-places.service.ts';
import type { CallsPart } from '../calls-part.ts';
import type { KnownNode, NodeService } from './media-nodes.repository.ts';

/** What this process caches from a node’s last heartbeat. */
interface Remembered {
  incarnation: string;
  /** The hospital of each visit, which avoids a search through all hospitals. */
  hospitalOf: Map<string, string>;
}

/** A media node as the operator sees it. `alive`: its heartbeats arrive. */
export type ListedNode = KnownNode & { alive: boolean };

interface MediaNodesServiceDeps extends CallsPart<'transactions' | 'nodes' | 'clock' | 'log'> {
  rooms: CallRoomsRepository;
}

/** Tracks media nodes by their heartbeats and sends each the required state of its rooms. */
export class MediaNodesService extends Service<MediaNodesServiceDeps> {
  readonly #remembered = new Map<string, Remembered>();

  /**
   * Records the heartbeat and returns an order for each of the node’s visits, which replaces lost pushes. Orders to close the room of a visit that
   * has ended, moved to another node or is unknown. Throws `resource.conflict` to the later of two living nodes with one id.
   */
  async heartbeat(
    nodeId: string,
    beat: NodeHeartbeat,
    credential: NodeCredential,
  ): Promise<{ orders: RoomOrder[]; elsewhere?: boolean; drain: boolean }> {
    const { visitIds, version = null, sentAt = null, place = null, movesCalls = false, ...described } = beat;
    const before = this.#remembered.get(nodeId);
    const hospitalOf = before?.incarnation === beat.incarnation ? before.hospitalOf : new Map<string, string>();
    const here = (room: CallRoom | null | undefined) => room?.nodeId === nodeId;
    const { elsewhere, drain, found, rooms } = await this.deps.transactions.run(
      installationContext(`heartbeat ${nodeId}`),
      async (tx) => {
        const read = visitIds.length > 0 ? await this.deps.rooms.roomsOfNode(tx, visitIds, hospitalOf) : [];
        const byVisit = this.#readable(read, nodeId);
        const known = [...byVisit.values()];
        const open = known.filter((room) => room && here(room) && room.status === 'in-progress').length;
        const node = {
          id: nodeId,
          ...described,
          version,
          sentAt,
          place,
          movesCalls,
          lastSeenAt: tx.now,
          ownKey: credential === 'own',
        };
        // Last, because tickets wait for the node's row.
        const openVisits = known.includes(null) ? null : open;
        const stored = await this.deps.nodes.upsert(tx, node, { openVisits, visitIds }, nodeTimes(tx.now));
        if (!stored) throw new AppError('resource.conflict', `another media node with the id ${nodeId} is alive`);
        return { ...stored, found: read, rooms: byVisit };
      },
    );
    this.#remembered.set(nodeId, {
      incarnation: beat.incarnation,
      hospitalOf: new Map(found.flatMap(({ visitId, hospitalId }) => (hospitalId ? [[visitId, hospitalId]] : []))),
    });
    const orders = visitIds.flatMap((visitId) => {
      const room = rooms.get(visitId);
      // What the room of a hospital that failed should be is unknown: it stays as it is.
      if (room === null) return [];
      return [room && here(room) ? orderFor(visitId, room, room) : closingOrder(visitId, room)];
    });
    return { orders, drain, ...(beat.draining || drain ? { elsewhere } : {}) };
  }

  /**
   * Takes a node out of service: no visit goes there, and its calls move to other nodes. Returns false when it is already. Throws `resource.not-found`,
   * and `resource.conflict` for the last node that accepts calls unless `last` accepts that.
   */
  async drain(tx: Tx, nodeId: string, { last }: { last: boolean }): Promise<boolean> {
    const node = await this.#lockService(tx, nodeId);
    if (node.drained) return false;
    if (node.serving && !node.elsewhere && !last)
      throw new AppError('resource.conflict', 'no other media node accepts calls', {
        fields: [{ path: 'last', rule: 'last-node' }],
      });
    await this.deps.nodes.setDrained(tx, nodeId, true);
    return true;
  }

  /** Takes a node back into service. Returns false when it is. Throws `resource.not-found`. */
  async release(tx: Tx, nodeId: string): Promise<boolean> {
    const { drained } = await this.#lockService(tx, nodeId);
    if (drained) await this.deps.nodes.setDrained(tx, nodeId, false);
    return drained;
  }

  async #lockService(tx: Tx, nodeId: string): Promise<NodeService> {
    const node = await this.deps.nodes.lockService(tx, nodeId, nodeTimes(tx.now).aliveSince);
    if (!node) throw new AppError('resource.not-found', 'media node not found');
    return node;
  }

  /** Returns the rooms by visit; null for one whose hospital’s rows could not be read, which is logged. */
  #readable(found: readonly NodeRoom[], nodeId: string): Map<string, CallRoom | null> {
    const rooms = new Map<string, CallRoom | null>();
    const failures = new Map<string | null, string>();
    for (const room of found) {
      if (room.failure !== null) failures.set(room.hospitalId, room.failure);
      rooms.set(room.visitId, room.failure === null ? room : null);
    }
    for (const [hospitalId, failure] of failures)
      this.deps.log.error({ nodeId, hospitalId, failure }, 'rooms of a hospital could not be read');
    return rooms;
  }

  /** Returns every node that has registered lately, for the operator. */
  list(): Promise<ListedNode[]> {
    const { clock, nodes, transactions } = this.deps;
    const { aliveSince } = nodeTimes(clock.now());
    return transactions.run(installationContext('health'), async (tx) =>
      (await nodes.list(tx)).map((node) => ({ ...node, alive: node.lastSeenAt > aliveSince })),
    );
  }

  /** Returns true while at least one node accepts calls. */
  anyServing(): Promise<boolean> {
    return this.deps.transactions.run(
      installationContext('readiness'),
      async (tx) =>
        (await this.deps.nodes.leastLoaded(tx, nodeTimes(this.deps.clock.now()).aliveSince, false)) !== null,
    );
  }
}
