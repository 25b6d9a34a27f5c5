import { StartError } from '../../platform/process/start-failure.ts';
import type { MediaWorkerSettings } from './media-worker.ts';

/** A failure to start the workers, said to a person with the setting’s name where it is one of settings. */
export function workerStartFailure(
  error: unknown,
  { rtcPort, size, workerBin }: MediaWorkerSettings & { size: number },
): unknown {
  const { message } = error as Error;
  // mediasoup hands on the text of what failed, without its code.
  const [, code] = /^spawn .* (ENOENT|EACCES)$/.exec(message) ?? [];
  if (code)
    return new StartError(`MEDIASOUP_WORKER_BIN: ${workerBin ?? 'mediasoup-worker'} can’t be run (${code}).`, {
      cause: error,
    });
  if (/address already in use|EADDRINUSE/.test(message)) {
    const ports = size > 1 ? `one of the ports ${rtcPort} to ${rtcPort + size - 1}` : `port ${rtcPort}`;
    return new StartError(`RTC_PORT: ${ports} is in use by another program.`, { cause: error });
  }
  return error;
}
