import { AsyncLocalStorage } from 'node:async_hooks';
import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context, type Tracer } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  TracerProvider,
  type SpanExporter,
} from '@opentelemetry/sdk-trace';
import type { Logger } from '../logging/logger.ts';
import { formatTraceparent, parseTraceparent } from './traceparent.ts';
import type { Span, SpanFacts, Tracing } from './tracing.ts';

export interface OtlpOptions {
  /** The base address of the collector; spans go to `/v1/traces` below it. */
  endpoint: string;
  headers: Record<string, string>;
  /** Share of traces that are recorded, 0 to 1. Browsers ask for all of theirs, so it applies to those too. */
  ratio: number;
  service: string;
  version: string;
  /** Tells processes of one service apart. */
  instance: string;
  log: Logger;
}

const kinds = {
  server: SpanKind.SERVER,
  client: SpanKind.CLIENT,
  consumer: SpanKind.CONSUMER,
  internal: SpanKind.INTERNAL,
};

/** Records spans with OpenTelemetry and sends them to a collector as OTLP over HTTP. Only loaded where a collector is configured. */
export function createOtlpTracing(options: OtlpOptions): Tracing {
  const ratio = new TraceIdRatioBasedSampler(options.ratio);
  const provider = new TracerProvider({
    resource: resourceFromAttributes({
      'service.namespace': 'yunzhen',
      'service.name': options.service,
      'service.version': options.version,
      'service.instance.id': options.instance,
    }),
    sampler: new ParentBasedSampler({ root: ratio, remoteParentSampled: ratio }),
    spanProcessors: [new BatchSpanProcessor({ exporter: exporterOf(options), scheduledDelayMillis: 2_000 })],
  });
  const tracer = provider.getTracer('yunzhen');
  const contexts = new AsyncLocalStorage<Context>();
  return {
    start: (name, { kind = 'internal', facts = {}, traceparent }) => {
      const remote = parseTraceparent(traceparent);
      const parent = remote ? trace.setSpanContext(ROOT_CONTEXT, remote) : (contexts.getStore() ?? ROOT_CONTEXT);
      return openSpan(tracer, { name, kind: kinds[kind], attributes: facts, parent }, contexts);
    },
    current: () => {
      const span = trace.getSpan(contexts.getStore() ?? ROOT_CONTEXT);
      return span && formatTraceparent(span.spanContext());
    },
    close: () => provider.shutdown(),
  };
}

function openSpan(
  tracer: Tracer,
  { name, parent, ...options }: { name: string; kind: SpanKind; attributes: SpanFacts; parent: Context },
  contexts: AsyncLocalStorage<Context>,
): Span {
  const span = tracer.startSpan(name, options, parent);
  const within = trace.setSpan(parent, span);
  return {
    traceparent: formatTraceparent(span.spanContext()),
    run: (work) => contexts.run(within, work),
    set: (facts) => void span.setAttributes(facts),
    fail: (code) => void span.setAttribute('error.type', code).setStatus({ code: SpanStatusCode.ERROR }),
    end: () => span.end(),
  };
}

/** Logs once that the collector takes no spans, and once that it takes them again: spans are dropped, requests never wait. */
function exporterOf({ endpoint, headers, log }: OtlpOptions): SpanExporter {
  const exporter = new OTLPTraceExporter({ url: `${endpoint}/v1/traces`, headers });
  let isFailing = false;
  return {
    export: (spans, done) =>
      exporter.export(spans, (result) => {
        const failed = result.code !== 0;
        if (failed && !isFailing) log.warn({ err: result.error }, 'traces could not be exported');
        if (!failed && isFailing) log.info('traces are exported again');
        isFailing = failed;
        done(result);
      }),
    shutdown: () => exporter.shutdown(),
    forceFlush: () => exporter.forceFlush(),
  };
}
