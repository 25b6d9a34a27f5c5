import { ConfigError } from '../config/config.ts';
import type { Logger } from '../logging/logger.ts';

/** The program can’t start as things are; the message says to a person what to do about it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Of programs that can’t start as they are configured (sysexits.h): starting again does not help. */
export const CONFIGURATION_EXIT = 78;

/** What a person is told of a failed start; null for what is a mistake of ours and wants a stack. */
export function startFailureText(error: unknown): string | null {
  if (error instanceof StartError || error instanceof ConfigError) return error.message;
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE')
    return `Port ${String(port)} is in use by another program. Stop that one, or choose another port (PORT, MEDIA_PORT, METRICS_PORT, MEDIA_METRICS_PORT).`;
  if (code === 'EACCES' && port !== undefined) return `Port ${String(port)} may not be opened by this user.`;
  return null;
}

/**
 * From now on whatever nobody caught ends the process with a clear text, or with one log line that holds no row of a
 * database: Node’s own print-out would. The supervisor starts it again.
 */
export function endOnFailure(log: Logger): void {
  process.on('uncaughtException', (error) => {
    const text = startFailureText(error);
    if (text === null) log.fatal({ err: error }, 'uncaught');
    else process.stderr.write(`${text}\n`);
    process.exit(text === null ? 1 : CONFIGURATION_EXIT);
  });
}
