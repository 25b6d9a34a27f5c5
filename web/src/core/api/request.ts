import type { AnyRoute, BodyInputOf, ParamsOf, QueryInputOf } from '@yunzhen/shared/core/route';

type Need<Key extends string, Value> = undefined extends Value
  ? { [K in Key]?: undefined }
  : Record<never, never> extends Value
    ? { [K in Key]?: Value }
    : { [K in Key]: Value };

/** What a route needs to be called, by its contract. */
export type CallInput<R extends AnyRoute> = Need<'params', ParamsOf<R>> &
  Need<'query', QueryInputOf<R>> &
  Need<'body', BodyInputOf<R>> & {
    /** The version that the change is based on. */
    ifMatch?: number | undefined;
    /** Kept by the caller when the same command may be sent again later; else one is made for each call. */
    idempotencyKey?: string | undefined;
    /** Bytes to send as they are, for routes that take a file. */
    file?: Blob | undefined;
    signal?: AbortSignal | undefined;
  };

/** The parts of a call as the request builder sees them, whatever the route. */
export interface LooseInput {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  ifMatch?: number | undefined;
  idempotencyKey?: string | undefined;
  file?: Blob | undefined;
}

/** Path and query of a call. A placeholder without a value is a mistake of the program. */
export function addressOf(route: AnyRoute, input: LooseInput): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const path = route.path.replace(/:([a-zA-Z]+)/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${route.method} ${route.path}: no value for :${name}`);
    return encodeURIComponent(String(value));
  });
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  const query = search.toString();
  return query ? `${path}?${query}` : path;
}

/** Headers and body of a call, without the session. The same object serves every try of it. */
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
