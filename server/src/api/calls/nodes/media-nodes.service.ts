import { AppError } from '@yunzhen/shared/core/errors';
import type { NodeHeartbeat, RoomOrder } from '../../../platform/nodes/node-api.contract.ts';
import type { NodeCredential } from '../../../platform/nodes/node-key.ts';
import { installationContext, systemContext } from '../../../platform/context.ts';
import { Service } from '../../../platform/service.ts';
import { closingOrder, orderFor } from '../rooms/call-room.ts';
import type { CallRoom, CallRoomsRepository } from '../rooms/call-rooms.repository.ts';
import { nodeTimes } from './node-places.service.ts';
import type { CallsPart } from '../calls-part.ts';
import type { KnownNode } from './media-nodes.repository.ts';

/** What this process caches from a node’s last heartbeat. */
interface Remembered {
  incarnation: string;
  /** The hospital of each visit, which avoids a search through all hospitals. */
  hospitalOf: Map<string, string>;
  /** Number of visits in progress on the node. */
  openVisits: number;
}

/** A media node as the operator sees it. `alive`: its heartbeats arrive. */
export type ListedNode = KnownNode & { alive: boolean };

interface MediaNodesServiceDeps extends CallsPart<'transactions' | 'nodes' | 'clock'> {
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
    const { visitIds, version = null, sentAt = null, ...described } = beat;
    const before = this.#remembered.get(nodeId);
    const known = before?.incarnation === beat.incarnation ? before : undefined;
    const hospitals = await this.deps.transactions.run(installationContext(`heartbeat ${nodeId}`), async (tx) => {
      const node = { id: nodeId, ...described, version, sentAt, lastSeenAt: tx.now, ownKey: credential === 'own' };
      const { aliveSince } = nodeTimes(tx.now);
      if (!(await this.deps.nodes.upsert(tx, node, known?.openVisits ?? null, visitIds, aliveSince)))
        throw new AppError('resource.conflict', `another media node with the id ${nodeId} is alive`);
      return visitIds.length > 0 ? this.deps.nodes.hospitals(tx) : [];
    });
    const rooms = await this.#roomsOf(visitIds, hospitals, known?.hospitalOf ?? new Map<string, string>(), nodeId);
    const here = (room: CallRoom | undefined) => room?.nodeId === nodeId;
    this.#remembered.set(nodeId, {
      incarnation: beat.incarnation,
      hospitalOf: new Map([...rooms].map(([visitId, { hospitalId }]) => [visitId, hospitalId])),
      openVisits: [...rooms.values()].filter(({ room }) => here(room) && room.status === 'in-progress').length,
    });
    const orders = visitIds.map((visitId) => {
      const room = rooms.get(visitId)?.room;
      return room && here(room) ? orderFor(visitId, room, room) : closingOrder(visitId, room);
    });
    return beat.draining ? { orders, elsewhere: await this.anyServing() } : { orders };
  }

  /** Finds the rooms of visits, in their known hospital only, otherwise in every hospital until found. */
  async #roomsOf(
    visitIds: readonly string[],
    hospitals: readonly string[],
    known: ReadonlyMap<string, string>,
    nodeId: string,
  ): Promise<Map<string, { hospitalId: string; room: CallRoom }>> {
    const found = new Map<string, { hospitalId: string; room: CallRoom }>();
    for (const hospitalId of hospitals) {
      const asked = visitIds.filter((id) => !found.has(id) && (known.get(id) ?? hospitalId) === hospitalId);
      if (asked.length === 0) continue;
      const rooms = await this.deps.transactions.run(systemContext(hospitalId, `heartbeat ${nodeId}`), (tx) =>
        this.deps.rooms.rooms(tx, asked),
      );
      for (const room of rooms) found.set(room.visitId, { hospitalId, room });
    }
    return found;
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
