import { flushCompileCache } from 'node:module';
import type { Logger } from '../logging/logger.ts';

/** Notifies the supervisor, if there is one, that this process serves. */
export function announceServing(): void {
  process.send?.('serving');
  // Node writes `NODE_COMPILE_CACHE` only at a normal exit; a killed process would compile everything again next time.
  flushCompileCache();
}

/** What a second signal does while the process closes. */
export interface Hurry {
  /** Shortens the closing as far as possible. */
  act: () => void;
  /** Time limit from then on. */
  graceMs: number;
}

/**
 * Closes once, on SIGTERM, SIGINT or when the supervisor is gone, then ends the process. `close` has `graceMs`; then it is cut off. A second signal
 * does nothing, or calls `hurry`.
 */
export function closeOnSignal(log: Logger, close: () => Promise<void>, graceMs: number, hurry?: Hurry): void {
  let closing = false;
  let hurried = false;
  let cut: NodeJS.Timeout | undefined;
  const cutAfter = (milliseconds: number) => {
    clearTimeout(cut);
    cut = setTimeout(() => {
      log.warn('shutdown timed out, exiting');
      process.exit(1);
    }, milliseconds);
  };
  const hurryUp = (cause: string) => {
    if (hurried || !hurry) return;
    hurried = true;
    log.info({ cause }, 'stopping faster');
    hurry.act();
    cutAfter(hurry.graceMs);
  };
  const end = (cause: string) => {
    if (closing) return hurryUp(cause);
    closing = true;
    log.info({ cause }, 'stopping');
    cutAfter(graceMs);
    close().then(
      () => {
        clearTimeout(cut);
        log.info('stopped');
        process.exit(0);
      },
      (error: unknown) => {
        log.error({ err: error }, 'shutdown failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  process.on('SIGHUP', () => end('SIGHUP'));
  process.on('disconnect', () => end('supervisor gone'));
}
