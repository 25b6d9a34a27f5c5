import type { Logger } from '../logging/logger.ts';

/** Tells the supervisor, if there is one, that this process serves now. */
export function announceServing(): void {
  process.send?.('serving');
}

/**
 * Closes once, on SIGTERM, SIGINT or when the supervisor is gone, then ends the process. `close` has `graceMs`; what
 * hangs longer is cut off, so that a stop never takes more than ten seconds in all.
 */
export function closeOnSignal(log: Logger, close: () => Promise<void>, graceMs: number): void {
  let closing = false;
  const end = (cause: string) => {
    if (closing) return;
    closing = true;
    log.info({ cause }, 'closing');
    const cut = setTimeout(() => {
      log.warn('closing took too long, ending now');
      process.exit(1);
    }, graceMs);
    close().then(
      () => {
        clearTimeout(cut);
        log.info('closed');
        process.exit(0);
      },
      (error: unknown) => {
        log.error({ err: error }, 'closing failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => end('SIGTERM'));
  process.on('SIGINT', () => end('SIGINT'));
  process.on('SIGHUP', () => end('SIGHUP'));
  process.on('disconnect', () => end('supervisor gone'));
}
