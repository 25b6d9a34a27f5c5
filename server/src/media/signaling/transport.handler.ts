import { restartIceRequest } from '@yunzhen/shared/calls/call.schemas';
import type { SocketSession } from './socket-session.ts';
import { connectRequest, rebuildRequest } from './media-structures.ts';

/** `connect-transport`, `restart-ice` and `rebuild-transports`: only on the participant's own two transports. */
export function handleTransports(session: SocketSession): void {
  session.handle('connect-transport', connectRequest, async ({ transportId, dtlsParameters }) => {
    await session.peer.transports.connect(transportId, dtlsParameters);
    return null;
  });

  session.handle('restart-ice', restartIceRequest, async ({ transportId }) => ({
    iceParameters: await session.peer.transports.restartIce(transportId),
  }));

  session.handle('rebuild-transports', rebuildRequest, (wish) => session.rebuild(wish));
}
