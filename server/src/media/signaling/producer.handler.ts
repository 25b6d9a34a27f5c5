import { AppError } from '@yunzhen/shared/core/errors';
import { pauseProducerRequest, producerRequest } from '@yunzhen/shared/calls/call.schemas';
import type { SocketSession } from './socket-session.ts';
import { produceRequest } from './media-structures.ts';

/** `produce` and the commands on producers: only the participant's own, and only on their send transport. */
export function handleProducers(session: SocketSession): void {
  session.handle('produce', produceRequest, async ({ transportId, ...request }) => {
    const { transports, publications } = session.peer;
    if (transportId !== transports.send.id) throw new AppError('call.not-found', 'transport is not the send transport');
    const producer = await publications.publish(request);
    return { producerId: producer.id };
  });

  session.handle('pause-producer', pauseProducerRequest, async ({ producerId, reason }) => {
    await session.peer.publications.pause(producerId, reason);
    return null;
  });

  session.handle('resume-producer', producerRequest, async ({ producerId }) => {
    await session.peer.publications.resume(producerId);
    return null;
  });

  session.handle('close-producer', producerRequest, ({ producerId }) => {
    session.peer.publications.close(producerId);
    return null;
  });
}
