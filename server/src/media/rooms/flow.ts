import type { CallRole, RoomPhase, RoomState } from '@yunzhen/shared/calls/call.contract';

/** Returns whether media of one participant may flow to another in this phase. Participants never receive their own media. */
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

/** Returns the state with the higher revision, whatever the order of arrival. */
export function newerState(present: RoomState, offered: RoomState | undefined): RoomState {
  return offered && offered.revision > present.revision ? offered : present;
}
