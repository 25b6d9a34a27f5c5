import { AppError } from '@yunzhen/shared/errors';
import type { RoomRegistry } from '../rooms/room-registry.ts';
import type { CallSession } from './call-session.ts';
import { joinRequest } from './media-structures.ts';
import type { TicketGate } from './ticket-gate.ts';

export interface JoinDependencies {
  gate: TicketGate;
  rooms: RoomRegistry;
  /** True once the node takes nobody in any more. */
  isDraining: () => boolean;
}

/** `join`: from the ticket to transports and running consumers in one request. */
export function handleJoin(session: CallSession, { gate, rooms, isDraining }: JoinDependencies): void {
  session.handle('join', joinRequest, ({ ticket, rtpCapabilities }) =>
    session.join(ticket, async (channel) => {
      if (isDraining()) throw new AppError('service.draining');
      const { visitId, hospitalId, sub: participantId, role, publish } = gate.redeem(ticket);
      return rooms.admit({ visitId, hospitalId }, { participantId, role, publish, rtpCapabilities }, channel);
    }),
  );
}
