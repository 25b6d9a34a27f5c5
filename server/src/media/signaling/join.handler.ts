import { AppError } from '@yunzhen/shared/core/errors';
import { resumeRequest } from '@yunzhen/shared/calls/call.schemas';
import type { CheckRooms } from '../rooms/check-rooms.ts';
import type { RoomRegistry } from '../rooms/room-registry.ts';
import type { SocketSession } from './socket-session.ts';
import { joinRequest } from './media-structures.ts';
import type { TicketGate } from './ticket-gate.ts';

export interface JoinDependencies {
  gate: TicketGate;
  rooms: RoomRegistry;
  checks: CheckRooms;
  /** Returns whether the node rejects everyone. */
  isLeaving: () => boolean;
}

/**
 * `join`: from the ticket to connected transports and running consumers in one request. `resume`: back into the same peer with the token of an
 * earlier answer.
 */
export function handleJoin(session: SocketSession, { gate, rooms, checks, isLeaving }: JoinDependencies): void {
  session.handle('join', joinRequest, ({ ticket, rtpCapabilities, dtls, previous }) =>
    session.enter(ticket, async (channel) => {
      if (isLeaving()) throw new AppError('service.draining');
      const { visitId, hospitalId, room, sub: participantId, sessionId, role, publish, purpose } = gate.redeem(ticket);
      const admission = { participantId, sessionId, role, publish, rtpCapabilities };
      if (purpose === 'network-check') return checks.admit({ visitId, hospitalId }, admission, channel, dtls);
      const wish = { ...(dtls ? { dtls } : {}), ...(previous ? { previous } : {}) };
      return rooms.admit({ visitId, hospitalId, room }, admission, channel, wish);
    }),
  );

  session.handle('resume', resumeRequest, ({ resumeToken }) =>
    session.enter(resumeToken, async (channel) => {
      if (isLeaving()) throw new AppError('service.draining');
      return rooms.resume(resumeToken, channel);
    }),
  );
}
