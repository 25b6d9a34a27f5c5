import type { AnyRoute, BodyInputOf, ParamsOf, QueryInputOf } from '@yunzhen/shared/core/route';

type Need<Key extends string, Value> = undefined extends Value
  ? { [K in Key]?: undefined }
  : Record<never, never> extends Value
    ? { [K in Key]?: Value }
    : { [K in Key]: Value };

/** The input that a route needs, derived from its contract. */
export type CallInput<R extends AnyRoute> = Need<'params', ParamsOf<R>> &
  Need<'query', QueryInputOf<R>> &
  Need<'body', BodyInputOf<R>> & {
    /** The version that the change is based on. */
    ifMatch?: number | undefined;
    /** Set by the caller when the same command may be sent again later; otherwise each call gets its own. */
    idempotencyKey?: string | undefined;
    /** Raw bytes, for routes that accept a file. */
    file?: Blob | undefined;
    signal?: AbortSignal | undefined;
  };

/** The parts of a call as the request builder reads them, for any route. */
export interface LooseInput {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  ifMatch?: number | undefined;
  idempotencyKey?: string | undefined;
  file?: Blob | undefined;
}

/** Builds the path and query of a call. Throws when a placeholder has no value, which is a programming error. */
export function addressOf(route: AnyRoute, input: LooseInput): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const path = route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${route.method} ${route.path}: parameter :${name} has no value`);
    return encodeURIComponent(String(value));
  });
  return path + searchOf(input.query);
}

/** Returns a query as the end of an address; empty without values. */
export function searchOf(query: unknown): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `?${search}` : '';
}

/** Builds headers and body of a call, without the session. Every attempt reuses the same object. */
export function requestOf(
  route: AnyRoute,
  input: LooseInput,
): { method: string; headers: Headers; body: BodyInit | null } {
  const headers = new Headers({ accept: route.file ? '*/*' : 'application/json' });
  if (input.ifMatch !== undefined) headers.set('if-match', `"${input.ifMatch}"`);
  if (route.method === 'POST') headers.set('idempotency-key', input.idempotencyKey ?? crypto.randomUUID());
  if (input.file) {
    headers.set('content-type', input.file.type || 'application/octet-stream');
    return { method: route.method, headers, body: input.file };
  }
  if (input.body === undefined) return { method: route.method, headers, body: null };
  headers.set('content-type', 'application/json');
  return { method: route.method, headers, body: JSON.stringify(input.body) };
}
