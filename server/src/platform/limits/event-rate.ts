import type { Ack } from '@yunzhen/shared/core/ack';
import type { Logger } from '../logging/logger.ts';

/** The part of a socket that is used here. */
interface LimitedSocket {
  readonly id: string;
  use(middleware: (event: unknown[], next: () => void) => void): unknown;
  disconnect(close: boolean): unknown;
}

/**
 * Drops events beyond the rate before any handler runs, and answers `request.rate-limited` where the client expects an answer. Closes a socket after
 * `patience` dropped events, because it is not one of our pages.
 */
export function limitEvents(
  socket: LimitedSocket,
  limit: { allows: () => boolean; patience: number; log: Logger },
): void {
  let refused = 0;
  socket.use((event, next) => {
    if (limit.allows()) return next();
    refused += 1;
    const last = event.at(-1);
    if (typeof last === 'function') {
      const answer: Ack<never> = { ok: false, code: 'request.rate-limited' };
      (last as (answer: Ack<never>) => void)(answer);
    }
    if (refused === limit.patience) {
      limit.log.warn({ socketId: socket.id }, 'flooding socket closed');
      socket.disconnect(true);
    }
  });
}
