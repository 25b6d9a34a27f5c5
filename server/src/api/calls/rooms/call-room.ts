import type { RoomPhase, RoomState } from '@yunzhen/shared/calls/call.contract';
import type { RoomOrder } from '../../../platform/nodes/node-api.contract.ts';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';

/** What of a visit decides over its room. */
export interface RoomFacts {
  status: VisitStatus;
  held: boolean;
  roomRevision: number;
  /** The operator has closed the hospital. Left out where only people of an open one come. */
  hospitalClosed?: boolean;
}

/** Who must not be in a room, and which sessions of its participants have ended. */
export interface RoomExclusions {
  readonly removed: readonly string[];
  readonly endedSessions: readonly string[];
}

/** What the visit’s room is to be now; null when there is to be none. */
export function roomOf({ status, held, roomRevision, hospitalClosed = false }: RoomFacts): RoomState | null {
  const phase = hospitalClosed ? null : phaseOf(status, held);
  return phase && { revision: roomRevision, phase };
}

function phaseOf(status: VisitStatus, held: boolean): RoomPhase | null {
  if (status === 'waiting') return 'waiting';
  if (status !== 'in-progress') return null;
  return held ? 'held' : 'open';
}

/** The order to the node that the visit is pinned to. */
export function orderFor(visitId: string, facts: RoomFacts, { removed, endedSessions }: RoomExclusions): RoomOrder {
  const room = roomOf(facts);
  const ended = room && endedSessions.length > 0 ? { endedSessions: [...endedSessions] } : {};
  return { visitId, room, removed: room ? [...removed] : [], ...ended };
}

/** The order to a node that has a room which is not, or no longer, its to have; `facts` of the visit where there is one. */
export function closingOrder(visitId: string, facts: RoomFacts | undefined): RoomOrder {
  const goesOn = facts && roomOf(facts) !== null;
  return { visitId, room: null, ...(goesOn ? { moved: true } : {}), removed: [] };
}
