import { setReceptionRequest } from '@yunzhen/shared/calls/call.schemas';
import type { SocketSession } from './socket-session.ts';

/** `set-reception`: the participant turns video reception off or on. */
export function handleReception(session: SocketSession): void {
  session.handle('set-reception', setReceptionRequest, async ({ media }) => {
    await session.peer.setReception(media);
    return null;
  });
}
