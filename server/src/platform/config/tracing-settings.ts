import { z } from 'zod';
import { url } from './config.ts';

const headers = z.string().transform((text, context) => {
  const pairs = text.split(',').filter((pair) => pair.trim());
  try {
    return Object.fromEntries(
      pairs.map((pair) => {
        const [, name = '', value = '%'] = /^\s*([\w-]+)\s*=\s*(.*?)\s*$/.exec(pair) ?? [];
        return [name, decodeURIComponent(value)];
      }),
    );
  } catch {
    context.addIssue({ code: 'custom', message: 'name=value pairs, separated by commas, values percent-encoded' });
    return z.NEVER;
  }
});

/** Settings of traces, with the names that OpenTelemetry gives them. */
export const tracingSettings = {
  /** The collector that receives traces as OTLP over HTTP (JSON), e.g. `http://127.0.0.1:4318`. Without it nothing is traced. */
  OTEL_EXPORTER_OTLP_ENDPOINT: url.optional(),
  /** Headers for the collector, e.g. `authorization=Bearer%20secret`. */
  OTEL_EXPORTER_OTLP_HEADERS: headers.prefault(''),
  /** Share of traces that are recorded, 0 to 1. */
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
};
export type TracingSettings = z.output<z.ZodObject<typeof tracingSettings>>;
