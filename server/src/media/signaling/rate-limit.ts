import type { Ack } from '@yunzhen/shared/core/ack';
import type { Logger } from '../../platform/logging/logger.ts';
import type { CallSocket } from './socket-channel.ts';
import { TokenBucket } from './token-bucket.ts';

/** A join with everything that follows it takes about eight events; a person's clicks stay far below the steady rate. */
const policy = { burst: 60, perSecond: 20 };
/** A socket that has had this many events refused is no browser of ours and is closed. */
const PATIENCE = 600;

/** Drops events beyond the rate before any handler sees them, answering `request.rate-limited` where there is someone to answer. */
export function limitRate(socket: CallSocket, log: Logger): void {
  const bucket = new TokenBucket(policy, performance.now());
  let refused = 0;
  socket.use((event, next) => {
    if (bucket.take(performance.now())) return next();
    refused += 1;
    const last: unknown = event.at(-1);
    if (typeof last === 'function') {
      const answer: Ack<never> = { ok: false, code: 'request.rate-limited' };
      last(answer);
    }
    if (refused === PATIENCE) {
      log.warn({ socketId: socket.id }, 'flooding socket closed');
      socket.disconnect(true);
    }
  });
}
