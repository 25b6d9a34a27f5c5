/** A span of another program, as its `traceparent` header names it (W3C Trace Context, version 00). */
export interface TraceParent {
  traceId: string;
  spanId: string;
  traceFlags: number;
  isRemote: true;
}

const shape = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/;
const sampled = 1;

/** Parses the header; null for anything else. `tracestate` is not read: it may hold any text. */
export function parseTraceparent(header: string | undefined): TraceParent | null {
  const [, traceId = '', spanId = '', flags = ''] = shape.exec(header ?? '') ?? [];
  if (!/[1-9a-f]/.test(traceId) || !/[1-9a-f]/.test(spanId)) return null;
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & sampled, isRemote: true };
}

export function formatTraceparent(span: { traceId: string; spanId: string; traceFlags: number }): string {
  return `00-${span.traceId}-${span.spanId}-0${span.traceFlags & sampled}`;
}
