import type { RoomPhase, RoomState } from '@yunzhen/shared/calls/call.contract';
import type { RoomOrder } from '../../../platform/nodes/node-api.contract.ts';
import type { VisitStatus } from '@yunzhen/shared/visits/visit';

/** The facts of a visit that determine its room. */
export interface RoomFacts {
  status: VisitStatus;
  held: boolean;
  roomRevision: number;
  /** True when the operator has closed the hospital. Omitted where only users of open hospitals have access. */
  hospitalClosed?: boolean;
}

/** The accounts that must not be in a room, and the ended sessions of its participants. */
export interface RoomExclusions {
  readonly removed: readonly string[];
  readonly endedSessions: readonly string[];
}

/** Returns the required state of the visit’s room; null when there must be no room. */
export function roomOf({ status, held, roomRevision, hospitalClosed = false }: RoomFacts): RoomState | null {
  const phase = hospitalClosed ? null : phaseOf(status, held);
  return phase && { revision: roomRevision, phase };
}

function phaseOf(status: VisitStatus, held: boolean): RoomPhase | null {
  if (status === 'waiting') return 'waiting';
  if (status !== 'in-progress') return null;
  return held ? 'held' : 'open';
}

/** Returns the order to the visit’s node. */
export function orderFor(visitId: string, facts: RoomFacts, { removed, endedSessions }: RoomExclusions): RoomOrder {
  const room = roomOf(facts);
  const ended = room && endedSessions.length > 0 ? { endedSessions: [...endedSessions] } : {};
  return { visitId, room, removed: room ? [...removed] : [], ...ended };
}

/** Returns the order to close a room that does not belong on this node, or no longer; `facts` are those of the visit when it exists. */
export function closingOrder(visitId: string, facts: RoomFacts | undefined): RoomOrder {
  const goesOn = facts && roomOf(facts) !== null;
  return { visitId, room: null, ...(goesOn ? { moved: true } : {}), removed: [] };
}
