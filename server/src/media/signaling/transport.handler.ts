import { restartIceRequest } from '@yunzhen/shared/contract/call';
import type { CallSession } from './call-session.ts';
import { connectRequest } from './media-structures.ts';

/** `connect-transport` and `restart-ice`: only on the participant's own two transports. */
export function handleTransports(session: CallSession): void {
  session.handle('connect-transport', connectRequest, async ({ transportId, dtlsParameters }) => {
    await session.peer.transports.connect(transportId, dtlsParameters);
    return null;
  });

  session.handle('restart-ice', restartIceRequest, async ({ transportId }) => ({
    iceParameters: await session.peer.transports.restartIce(transportId),
  }));
}
