import { AppError } from '@yunzhen/shared/core/errors';
import type { NodeHeartbeat, RoomOrder } from '../../../platform/nodes/node-api.contract.ts';
import type { NodeCredential } from '../../../platform/nodes/node-key.ts';
import { installationContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import { closingOrder, orderFor } from '../rooms/call-room.ts';
import type { CallRoom, CallRoomsRepository, NodeRoom } from '../rooms/call-rooms.repository.ts';
import { nodeTimes } from './node-places.service.ts';
import type { CallsPart } from '../calls-part.ts';
import type { KnownNode } from './media-nodes.repository.ts';

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
  ): Promise<{ orders: RoomOrder[]; elsewhere?: boolean }> {
    const { visitIds, version = null, sentAt = null, place = null, ...described } = beat;
    const before = this.#remembered.get(nodeId);
    const hospitalOf = before?.incarnation === beat.incarnation ? before.hospitalOf : new Map<string, string>();
    const here = (room: CallRoom | null | undefined) => room?.nodeId === nodeId;
    const { elsewhere, found, rooms } = await this.deps.transactions.run(
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
          lastSeenAt: tx.now,
          ownKey: credential === 'own',
        };
        // Last, because tickets wait for the node's row.
        const stored = await this.deps.nodes.upsert(tx, node, {
          openVisits: known.includes(null) ? null : open,
          visitIds,
          aliveSince: nodeTimes(tx.now).aliveSince,
        });
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
    return beat.draining ? { orders, elsewhere } : { orders };
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
