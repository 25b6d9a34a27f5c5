import { AppError } from '@yunzhen/shared/core/errors';

export type SpanKind = 'server' | 'client' | 'consumer' | 'internal';
/** Names of closed sets, codes and numbers: never an id of a person, a name, an address, a query or a value of a statement. */
export type SpanFacts = Readonly<Record<string, string | number>>;

export interface Span {
  /** The span as a `traceparent` header (W3C Trace Context). */
  readonly traceparent: string;
  /** Runs `work` with this span as the parent of those that start in it. */
  run<Value>(work: () => Value): Value;
  set(facts: SpanFacts): void;
  /** Marks the span as failed, with a code or the name of an error. */
  fail(code: string): void;
  end(): void;
}

/** What a span starts under: the `traceparent` of a request, else the span in which it starts, else nothing. */
interface SpanStart {
  kind?: SpanKind;
  facts?: SpanFacts;
  traceparent?: string | undefined;
}

/** Records spans and exports them. */
export interface Tracing {
  start(name: string, start: SpanStart): Span;
  /** The span in which this code runs, as a `traceparent` header. */
  current(): string | undefined;
  /** Exports what was not exported yet. */
  close(): Promise<void>;
}

/** Null where tracing is off, which is the default: then no module of it is loaded. */
let tracing: Tracing | null = null;

export function useTracing(instead: Tracing | null): void {
  tracing = instead;
}

/** Returns what records spans; null while tracing is off. */
export function activeTracing(): Tracing | null {
  return tracing;
}

/** Runs `work` in a span, or just runs it while tracing is off. */
export async function inSpan<Value>(name: string, start: SpanStart, work: () => Promise<Value>): Promise<Value> {
  return tracing ? follow(tracing.start(name, start), work) : work();
}

/** Like `inSpan`, but only within another span: alone, the many small steps would be of no use. */
export async function inChildSpan<Value>(name: string, start: SpanStart, work: () => Promise<Value>): Promise<Value> {
  return tracing?.current() ? follow(tracing.start(name, start), work) : work();
}

async function follow<Value>(span: Span, work: () => Promise<Value>): Promise<Value> {
  try {
    return await span.run(work);
  } catch (error) {
    span.fail(codeOf(error));
    throw error;
  } finally {
    span.end();
  }
}

/** Returns what names an error without quoting data: our code, the SQLSTATE, or the name. */
function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : error.name;
}
