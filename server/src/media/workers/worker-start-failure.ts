import { StartError } from '../../platform/process/start-failure.ts';
import type { MediaWorkerSettings } from './media-worker.ts';

/** Returns a readable error for a failed worker start, with the name of the setting that caused it. */
export function workerStartFailure(
  error: unknown,
  { rtcPort, size, workerBin }: MediaWorkerSettings & { size: number },
): unknown {
  const { message } = error as Error;
  // mediasoup passes on the error's text without its code.
  const [, code] = /^spawn .* (ENOENT|EACCES)$/.exec(message) ?? [];
  if (code)
    return new StartError(`MEDIASOUP_WORKER_BIN: ${workerBin ?? 'mediasoup-worker'} cannot be run (${code}).`, {
      cause: error,
    });
  if (/address already in use|EADDRINUSE/.test(message)) {
    const ports = size > 1 ? `one of the ports ${rtcPort} to ${rtcPort + size - 1}` : `port ${rtcPort}`;
    return new StartError(`RTC_PORT: ${ports} is in use by another program.`, { cause: error });
  }
  return error;
}
