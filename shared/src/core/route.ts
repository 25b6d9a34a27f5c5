import type { z } from 'zod';
import type { Permission } from './permission.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One REST route as both sides know it. The server registers exactly these, the browser calls exactly these: schema,
 * permission and path have one home.
 */
export interface RouteContract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly name: string;
  readonly method: HttpMethod;
  /** Path with `:name` placeholders, e.g. `/api/visits/:visitId/admission`. */
  readonly path: string;
  readonly summary: string;
  /** `public` needs no session; `node` needs the media nodes' shared credential; `operator` a session outside of every hospital. */
  readonly permission: Permission | 'public' | 'node' | 'operator';
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
  readonly status?: 200 | 201 | 204;
  /** The request must carry `If-Match` with the version it was based on; without it 428, when stale 412. */
  readonly ifMatch?: boolean;
  /** The response is a file, not JSON. */
  readonly file?: boolean;
  /** The body is a file of one of these types, handed to the service as bytes. */
  readonly accepts?: readonly string[];
  /** Requests a minute from one address; the default holds otherwise. */
  readonly rateLimit?: number;
  /** Largest body in bytes; the default holds otherwise. */
  readonly bodyLimit?: number;
}

export function defineRoute<
  Params extends z.ZodType = z.ZodUndefined,
  Query extends z.ZodType = z.ZodUndefined,
  Body extends z.ZodType = z.ZodUndefined,
  Response extends z.ZodType = z.ZodUndefined,
>(contract: RouteContract<Params, Query, Body, Response>): RouteContract<Params, Query, Body, Response> {
  return Object.freeze(contract);
}

// `any` position of a generic constraint, spelled without it: every concrete contract is assignable to this.
export type AnyRoute = RouteContract<z.ZodType, z.ZodType, z.ZodType, z.ZodType>;

export type ParamsOf<R> = R extends RouteContract<infer P, z.ZodType, z.ZodType, z.ZodType> ? z.output<P> : never;
export type QueryOf<R> = R extends RouteContract<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.output<Q> : never;
export type QueryInputOf<R> = R extends RouteContract<z.ZodType, infer Q, z.ZodType, z.ZodType> ? z.input<Q> : never;
export type BodyOf<R> = R extends RouteContract<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.output<B> : never;
export type BodyInputOf<R> = R extends RouteContract<z.ZodType, z.ZodType, infer B, z.ZodType> ? z.input<B> : never;
export type ResponseOf<R> = R extends RouteContract<z.ZodType, z.ZodType, z.ZodType, infer S> ? z.output<S> : never;
