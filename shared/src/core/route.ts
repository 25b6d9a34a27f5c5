import type { z } from 'zod';
import type { Permission } from './permission.ts';

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a route accepts and returns, and server-only details. In `*.schemas.ts`, which built pages exclude. */
export interface RouteSchema {
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  /** The body is a file of one of these types, passed to the service as bytes. */
  readonly accepts?: readonly string[];
  /** Requests per minute from one address; otherwise the default. */
  readonly rateLimit?: number;
  /** Largest body in bytes; otherwise the default. */
  readonly bodyLimit?: number;
}

/** The schemas of a file of routes, by route name. */
export type RouteSchemas = Readonly<Record<string, RouteSchema>>;

/** One REST route, shared by both sides. Pages call exactly these; the server registers exactly these, joined with their schemas by name. */
export interface RouteContract<Schema extends RouteSchema = RouteSchema> {
  readonly name: string;
  readonly method: HttpMethod;
  /** Path with `:name` placeholders, e.g. `/api/visits/:visitId/admission`. */
  readonly path: string;
  /** `public` needs no session; `node` needs the media nodes' shared credential; `operator` a session outside every hospital. */
  readonly permission: Permission | 'public' | 'node' | 'operator';
  readonly status?: 200 | 201 | 204;
  /** The request must have `If-Match` with the version it is based on; without it 428, when stale 412. */
  readonly ifMatch?: boolean;
  /**
   * Staff sign in with two factors. `pending`: the route also accepts a session without the second one. `recent`: the session must have given one
   * within the hospital’s time limit.
   */
  readonly confirmation?: 'pending' | 'recent';
  /** The response is a file, not JSON. */
  readonly file?: boolean;
  /** Carries the types of the schemas; it has no value. */
  readonly schema?: Schema;
}

/** Defines a route by its name, method with path, and permission. The compiler rejects a name without schemas in `Schemas`. */
type DefineRoute<Schemas extends RouteSchemas> = <Name extends keyof Schemas & string>(
  name: Name,
  address: `${HttpMethod} /${string}`,
  permission: RouteContract['permission'],
  details?: Pick<RouteContract, 'status' | 'ifMatch' | 'confirmation' | 'file'>,
) => RouteContract<Schemas[Name]>;

/** Returns what defines the routes of the adjacent schemas file; each contract names it `defineRoute`, which the build knows as pure. */
/* @__NO_SIDE_EFFECTS__ */
export function routesOf<Schemas extends RouteSchemas>(): DefineRoute<Schemas> {
  return (name, address, permission, details) => {
    const [method, path] = address.split(' ') as [HttpMethod, string];
    return Object.freeze({ name, method, path, permission, ...details });
  };
}

export type AnyRoute = RouteContract;

/** The schema of one part of a request or response; a part that the route lacks can only be `undefined`. */
type PartOf<Schema, Part extends string> = Part extends keyof Schema
  ? Extract<Exclude<Schema[Part], undefined>, z.ZodType>
  : z.ZodUndefined;
type SchemaOf<R> = R extends RouteContract<infer Schema> ? Schema : never;

export type PartInput<Schema, Part extends string> = z.input<PartOf<Schema, Part>>;
export type PartOutput<Schema, Part extends string> = z.output<PartOf<Schema, Part>>;

export type ParamsOf<R> = PartOutput<SchemaOf<R>, 'params'>;
export type QueryOf<R> = PartOutput<SchemaOf<R>, 'query'>;
export type QueryInputOf<R> = PartInput<SchemaOf<R>, 'query'>;
export type BodyOf<R> = PartOutput<SchemaOf<R>, 'body'>;
export type BodyInputOf<R> = PartInput<SchemaOf<R>, 'body'>;
export type ResponseOf<R> = PartOutput<SchemaOf<R>, 'response'>;
