import { emptyRequest } from '@yunzhen/shared/calls/call.schemas';
import type { SocketSession } from './socket-session.ts';

/** `leave`: the participant hangs up; the socket may join again with a new ticket. */
export function handleLeave(session: SocketSession): void {
  session.handle('leave', emptyRequest, () => {
    session.peer.close('left');
    return null;
  });
}
