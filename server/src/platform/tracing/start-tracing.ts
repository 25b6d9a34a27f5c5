import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { TracingSettings } from '../config/tracing-settings.ts';
import type { Logger } from '../logging/logger.ts';
import { programVersion } from '../process/program-version.ts';
import { useTracing } from './tracing.ts';

/** How long a process that stops waits for the collector. */
const CLOSING_MS = 1_500;

/**
 * Starts tracing where a collector is configured; otherwise loads nothing. Returns what exports the last spans at the end: it never rejects, and waits
 * only for a moment, because a stop must not depend on the collector.
 */
export async function startTracing(
  settings: TracingSettings,
  service: string,
  log: Logger,
): Promise<() => Promise<void>> {
  const endpoint = settings.OTEL_EXPORTER_OTLP_ENDPOINT;
  if (!endpoint) return () => Promise.resolve();
  const { createOtlpTracing } = await import('./otlp-tracing.ts');
  const tracing = createOtlpTracing({
    endpoint,
    headers: settings.OTEL_EXPORTER_OTLP_HEADERS,
    ratio: settings.OTEL_TRACES_SAMPLER_ARG,
    service,
    version: programVersion,
    instance: randomUUID(),
    log,
  });
  useTracing(tracing);
  log.info({ share: settings.OTEL_TRACES_SAMPLER_ARG }, 'traces are exported');
  return async () => {
    useTracing(null);
    const tooLate = delay(CLOSING_MS).then(() => Promise.reject(new Error('the collector does not answer')));
    await Promise.race([tracing.close(), tooLate]).catch((error: unknown) =>
      log.warn({ err: error }, 'the last traces could not be exported'),
    );
  };
}
