import { randomUUID } from 'node:crypto';
import type { TracingSettings } from '../config/tracing-settings.ts';
import type { Logger } from '../logging/logger.ts';
import { programVersion } from '../process/program-version.ts';
import { useTracing } from './tracing.ts';

/** Starts tracing where a collector is configured; otherwise loads nothing. Returns what exports the last spans at the end. */
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
  return () => {
    useTracing(null);
    return tracing.close();
  };
}
