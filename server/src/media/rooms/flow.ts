import type { CallRole, RoomPhase, RoomState } from '@yunzhen/shared/calls/call.contract';

/** Whether what one participant sends passes to another in this phase. Nobody is ever sent what they send themselves. */
export function mayFlow(phase: RoomPhase, from: CallRole, to: CallRole): boolean {
  switch (phase) {
    case 'waiting':
      return false;
    case 'open':
      return true;
    case 'held':
      return from !== 'patient' && to !== 'patient';
  }
}

/** The state of a room after it was offered another one: the higher revision, whichever came first. */
export function newerState(present: RoomState, offered: RoomState | undefined): RoomState {
  return offered && offered.revision > present.revision ? offered : present;
}
