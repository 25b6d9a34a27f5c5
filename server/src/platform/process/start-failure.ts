import { ConfigError } from '../config/config.ts';
import type { Logger } from '../logging/logger.ts';

/** The program cannot start; the message tells an administrator what to do about it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Exit code for a wrong configuration (sysexits.h). Restarting helps only where the cause was outside, such as a database that is not up yet. */
export const CONFIGURATION_EXIT = 78;
/** Exit code when another system did not answer, so that repeating helps (sysexits.h). */
export const UNREACHABLE_EXIT = 75;

/** Returns the message of a failed start; null for a programming error, which needs its stack. */
export function startFailureText(error: unknown): string | null {
  if (error instanceof StartError || error instanceof ConfigError) return error.message;
  const { code, port } = error as { code?: unknown; port?: unknown };
  if (code === 'EADDRINUSE')
    return `Port ${String(port)} is in use by another program. Stop that one, or choose another port (PORT, MEDIA_PORT, METRICS_PORT, MEDIA_METRICS_PORT).`;
  if (code === 'EACCES' && port !== undefined) return `Port ${String(port)} may not be opened by this user.`;
  return null;
}

/**
 * Ends the process on any uncaught error, with a clear text or one log line without database rows; Node’s own output would contain them. The
 * supervisor restarts it.
 */
export function endOnFailure(log: Logger): void {
  process.on('uncaughtException', (error) => {
    const text = startFailureText(error);
    if (text === null) log.fatal({ err: error }, 'uncaught error');
    else process.stderr.write(`${text}\n`);
    process.exit(text === null ? 1 : CONFIGURATION_EXIT);
  });
}
