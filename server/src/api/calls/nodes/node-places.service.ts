import { ticketLifetimeSeconds } from '@yunzhen/shared/calls/call.constants';
import { AppError } from '@yunzhen/shared/core/errors';
import { HOUR_MS } from '@yunzhen/shared/core/time/duration';
import type { Tx } from '../../../platform/db/transaction.ts';
import { Service } from '../../../platform/service.ts';
import type { CallEntry, PinnedNode } from '../rooms/call-rooms.repository.ts';
import type { NodeTimes, ServingNode } from './media-nodes.repository.ts';
import { countPlacement } from '../record/call-metrics.ts';
import { retryAfterSeconds } from './retry-after.ts';
import type { CallsPart } from '../calls-part.ts';

/** A node without a heartbeat for longer than this counts as dead: three heartbeats of two seconds. */
const aliveMilliseconds = 6_000;
/**
 * A node without a heartbeat for longer than this may hang: it is asked before a browser is sent to it. Half the heartbeat’s interval and less than
 * browsers wait for a silent node, so that none is sent back to a node that hangs.
 */
const doubtMilliseconds = 1_000;
/** Participants of a dead node who have not returned by then are no longer expected. */
const lostMilliseconds = 60_000;

export function nodeTimes(now: Date): NodeTimes {
  const before = (milliseconds: number) => new Date(now.getTime() - milliseconds);
  return {
    aliveSince: before(aliveMilliseconds),
    promisedSince: before(ticketLifetimeSeconds * 1000),
    lostSince: before(lostMilliseconds),
  };
}

/** Returns whether a node that counts as alive may hang. */
export function isDoubtful(node: Pick<PinnedNode, 'lastSeenAt'>, now: Date): boolean {
  return now.getTime() - node.lastSeenAt.getTime() > doubtMilliseconds;
}

/** Assigns visits to media nodes, and rejects new ones before running calls suffer. */
export class NodePlacesService extends Service<CallsPart<'nodes' | 'placements' | 'visits'>> {
  /**
   * Returns the visit’s node, even when full, while the same incarnation accepts calls; after a restart the room is lost and a new node is chosen.
   * Where another node has room, the visit leaves one of the incarnation `silent`, and one that an operator drains. The caller holds the visit’s lock. Throws `call.busy` when every node is full and `call.no-media-node` when none accepts calls.
   */
  async placeOf(tx: Tx, visit: CallEntry, silent: string | null): Promise<ServingNode> {
    const times = nodeTimes(tx.now);
    const { mediaNodeId, mediaNodeIncarnation } = visit;
    const isSilent = silent !== null && silent === mediaNodeIncarnation;
    const isLeft = isSilent || visit.node?.drained === true;
    if (visit.node && !isLeft) return visit.node;
    // Another ticket may have pinned the visit while this one waited for its lock.
    const pinned =
      mediaNodeId &&
      !isSilent &&
      (await this.deps.nodes.serving(tx, mediaNodeId, mediaNodeIncarnation, times.aliveSince));
    if (pinned) return pinned;
    const inProgress = visit.status === 'in-progress';
    const node = await this.deps.nodes.promise(
      tx,
      { visitId: visit.id, waits: !inProgress, except: isSilent ? mediaNodeId : null },
      times,
    );
    if (!node && visit.node) return visit.node;
    if (!node) throw await this.#refusal(tx, times);
    // An api of the release before stored no placement of the node that is left, whose last events are still to come.
    if (mediaNodeId) await this.deps.placements.add(tx, visit.id, mediaNodeId);
    tx.afterCommit(() => countPlacement(node.preferred));
    await this.deps.visits.pin(tx, visit.id, node);
    await this.deps.placements.add(tx, visit.id, node.id);
    if (mediaNodeId && inProgress) await this.deps.nodes.unburden(tx, mediaNodeId, mediaNodeIncarnation);
    return node;
  }

  /** Returns a node for a connection test, which takes no room from calls. Throws like `placeOf`. */
  async placeForCheck(tx: Tx): Promise<ServingNode> {
    const times = nodeTimes(tx.now);
    const node = await this.deps.nodes.leastLoaded(tx, times.aliveSince, true);
    if (!node) throw await this.#refusal(tx, times);
    return node;
  }

  async #refusal(tx: Tx, times: NodeTimes): Promise<AppError> {
    if (!(await this.deps.nodes.leastLoaded(tx, times.aliveSince, false)))
      return new AppError('call.no-media-node', 'no media node accepts calls');
    const hourAgo = new Date(tx.now.getTime() - HOUR_MS);
    return new AppError('call.busy', 'every media node is full', {
      facts: { retryAfterSeconds: retryAfterSeconds(await this.deps.nodes.endedSince(tx, hourAgo)) },
    });
  }
}
