import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { AppError, statusOf } from '@yunzhen/shared/core/errors';
import { permits, type Permission } from '@yunzhen/shared/core/permission';
import type { PartOutput, RouteContract, RouteSchema } from '@yunzhen/shared/core/route';
import type { Actor, ActorContext, RequestContext } from '../context.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
    contract: Pick<RouteContract, 'name'> | null;
  }
}

/** Parts of a validated request, typed by its contract. */
export interface RouteInput<Schema extends RouteSchema> {
  params: PartOutput<Schema, 'params'>;
  query: PartOutput<Schema, 'query'>;
  body: PartOutput<Schema, 'body'>;
  /** The version from If-Match, for routes that require one; 0 otherwise. */
  version: number;
}

/** A signed-in operator of the installation, as provided by the operator module. */
export interface SignedInOperator {
  id: string;
  email: string;
  name: string;
}

/** The one service call of a route, for the requester that its permission admits. */
type Handler<Schema extends RouteSchema, Requester extends unknown[]> = (
  ...args: [...Requester, input: RouteInput<Schema>, reply: FastifyReply, request: FastifyRequest]
) => Promise<z.input<Schema['response']>>;

/** Throws `auth.second-factor-required` unless the session gave a second factor within the hospital’s time limit. */
type RequireRecentFactor = (context: ActorContext) => Promise<void>;

type AdmitOperator = (context: RequestContext, request: FastifyRequest) => Promise<SignedInOperator>;

type ContextOf<Public extends boolean> = Public extends true ? RequestContext : ActorContext;

export interface HttpHooks {
  /** Returns the signed-in person, or null without a token; throws `auth.session-expired` for an invalid one. */
  authenticate: (request: FastifyRequest) => Actor | null;
  /** Returns whether the client is one of our media nodes. */
  isNode: (request: FastifyRequest) => boolean;
  /** Records a denial; if that fails, so does the request. */
  recordDenial: (context: ActorContext, route: string, error: AppError, entityId: string | null) => Promise<void>;
  /** Returns a keyed digest: bodies contain passwords, so a stored digest must not help to guess them. */
  digest: (text: string, bytes: Uint8Array) => Buffer;
  /** Scans an uploaded file; throws when it is rejected. */
  screenFile: (bytes: Buffer, requestId: string) => Promise<void>;
  checkResponses: boolean;
}

/** Every registered route with its permission; the architecture test reads it. */
export type RegisteredRoutes = Map<string, RouteContract['permission']>;

const errorsThatAreNoDenial = new Set([
  'resource.stale',
  'request.precondition-required',
  'request.rate-limited',
  'prescription.document-pending',
  'document.file-pending',
  // Its audit has moved too.
  'hospital.moved',
]);

/**
 * The only way to add a route: contract, schemas and one service call. Order: authentication, permission, rate limit, validation, recent second
 * factor, service. A denial for a signed-in person is audited.
 */
export class RouteRegistrar {
  readonly #app: FastifyInstance;
  readonly #hooks: HttpHooks;
  readonly #schemas = new Map<string, RouteSchema>();
  readonly registered: RegisteredRoutes = new Map();
  readonly #operators = new WeakMap<FastifyRequest, SignedInOperator>();
  #admitOperator: AdmitOperator = () =>
    Promise.reject(new AppError('auth.required', 'operator sign-in is not configured'));

  #requireRecentFactor: RequireRecentFactor = () =>
    Promise.reject(new AppError('auth.forbidden', 'second factors are not configured'));

  constructor(app: FastifyInstance, hooks: HttpHooks) {
    this.#app = app;
    this.#hooks = hooks;
  }

  /** Adds schemas of routes by name; call it before adding the routes. */
  include(schemas: Iterable<[string, RouteSchema]>): void {
    for (const [name, schema] of schemas) {
      if (this.#schemas.has(name)) throw new Error(`two routes have the name ${name}`);
      this.#schemas.set(name, schema);
    }
  }

  /** Sets how operators are authenticated; a rejection denies the request. Call it once at start-up. */
  admitOperators(admit: AdmitOperator): void {
    this.#admitOperator = admit;
  }

  /** Sets how routes with `confirmation: 'recent'` check the second factor. Call it once at start-up. */
  confirmBy(requireRecentFactor: RequireRecentFactor): void {
    this.#requireRecentFactor = requireRecentFactor;
  }

  /** Adds a route for operators of the installation, who have no role in any hospital. */
  operatorRoute<Schema extends RouteSchema>(
    contract: RouteContract<Schema>,
    handle: Handler<Schema, [RequestContext, SignedInOperator]>,
  ): void {
    if (contract.permission !== 'operator') throw new Error(`${contract.name} is not for operators`);
    this.#add<Schema, true>(contract, (context, input, reply, request) => {
      const operator = this.#operators.get(request);
      if (!operator) throw new AppError('auth.required', 'operator session is missing');
      return handle(context, operator, input, reply, request);
    });
  }

  /** Adds a route for signed-in people. */
  route<Schema extends RouteSchema>(contract: RouteContract<Schema>, handle: Handler<Schema, [ActorContext]>): void {
    if (contract.permission === 'public' || contract.permission === 'node' || contract.permission === 'operator')
      throw new Error(`${contract.name} is not for signed-in accounts`);
    this.#add<Schema, false>(contract, handle);
  }

  /** Adds a route without a session: public, or for media nodes. */
  openRoute<Schema extends RouteSchema>(
    contract: RouteContract<Schema>,
    handle: Handler<Schema, [RequestContext]>,
  ): void {
    if (contract.permission !== 'public' && contract.permission !== 'node')
      throw new Error(`${contract.name} requires a permission`);
    this.#add<Schema, true>(contract, handle);
  }

  #add<Schema extends RouteSchema, Public extends boolean>(
    contract: RouteContract<Schema>,
    handle: Handler<Schema, [ContextOf<Public>]>,
  ): void {
    const schema = this.#schemas.get(contract.name);
    if (!schema) throw new Error(`${contract.name} has no schemas: its *.schemas.ts is not included`);
    this.registered.set(`${contract.method} ${contract.path}`, contract.permission);
    this.#app.route({
      method: contract.method,
      url: contract.path,
      schema: describe(contract, schema),
      config: schema.rateLimit ? { perMinute: schema.rateLimit } : {},
      ...(schema.bodyLimit ? { bodyLimit: schema.bodyLimit } : {}),
      onRequest:
        contract.permission === 'operator'
          ? async (request) => this.#admitOperatorTo(contract, request)
          : // Synchronous: this hook runs before everything else and waits for nothing.
            (request, _reply, done) => {
              try {
                this.#admit(contract, request);
              } catch (error) {
                return done(error as Error);
              }
              done();
            },
      handler: async (request, reply) => {
        if (schema.accepts) await this.#takeFile(contract, request);
        else if (Buffer.isBuffer(request.body))
          throw new AppError('request.unsupported-media-type', 'request must not contain a file');
        else if (!schema.body && hasJsonContent(request.body)) {
          throw new AppError('validation.failed', 'request must not have a body', {
            fields: [{ path: '', rule: 'unknown-field' }],
          });
        }
        const input: RouteInput<Schema> = {
          params: request.params as PartOutput<Schema, 'params'>,
          query: request.query as PartOutput<Schema, 'query'>,
          body: request.body as PartOutput<Schema, 'body'>,
          version: contract.ifMatch ? versionFrom(request.headers['if-match']) : 0,
        };
        const context = { ...contextOf(request), ...this.#keyOf(request) };
        if (contract.confirmation === 'recent') await this.#requireRecentFactor(context as ActorContext);
        const answer = await handle(context as ContextOf<Public>, input, reply, request);
        return this.#send(contract, schema, answer, reply);
      },
    });
  }

  /** Scans an uploaded file. Public routes only compare a file with what was signed, and store nothing of it. */
  async #takeFile(contract: RouteContract, { body, id }: FastifyRequest): Promise<void> {
    if (!Buffer.isBuffer(body) || body.length === 0)
      throw new AppError('request.unsupported-media-type', 'request must contain a file');
    if (contract.permission !== 'public') await this.#hooks.screenFile(body, id);
  }

  async #admitOperatorTo(contract: RouteContract, request: FastifyRequest): Promise<void> {
    request.contract = contract;
    this.#operators.set(request, await this.#admitOperator(contextOf(request), request));
  }

  #admit(contract: RouteContract, request: FastifyRequest): void {
    request.contract = contract;
    if (contract.permission === 'node') {
      if (!this.#hooks.isNode(request)) throw new AppError('auth.required', 'node credential is missing or wrong');
      return;
    }
    if (contract.permission === 'public') return;
    request.actor = this.#hooks.authenticate(request);
    if (!request.actor) throw new AppError('auth.required', 'access token is missing');
    if (request.actor.factorPending) {
      if (contract.confirmation === 'pending') return;
      throw new AppError('auth.second-factor-required', 'session has not confirmed its second factor');
    }
    if (!permits(request.actor.roles, contract.permission as Permission)) {
      throw new AppError('auth.forbidden', `account does not have the permission ${contract.permission}`);
    }
  }

  /** Returns the idempotency key of a command, and the digest of its content. */
  #keyOf(request: FastifyRequest): Pick<RequestContext, 'idempotencyKey' | 'requestDigest'> {
    const key = request.headers['idempotency-key'];
    if (key === undefined) return { idempotencyKey: null };
    if (typeof key !== 'string' || !/^[\w-]{8,80}$/.test(key)) {
      throw new AppError('validation.failed', 'Idempotency-Key is not valid', {
        fields: [{ path: 'Idempotency-Key', rule: 'invalid' }],
      });
    }
    return { idempotencyKey: key, requestDigest: () => this.#digestOf(request) };
  }

  /** Digests the body as parsed by the contract: a missing member and its default are the same request. A file counts by its bytes. */
  #digestOf({ method, url, headers, body }: FastifyRequest): Buffer {
    const version = headers['if-match'] ?? null;
    if (Buffer.isBuffer(body)) return this.#hooks.digest(JSON.stringify([method, url, version, 'bytes']), body);
    return this.#hooks.digest(JSON.stringify([method, url, version, body ?? null]), Buffer.alloc(0));
  }

  #send(contract: RouteContract, schema: RouteSchema, answer: unknown, reply: FastifyReply): FastifyReply {
    if (contract.status === 204) return reply.code(204).send();
    if (contract.file) return reply.send(answer);
    if (this.#hooks.checkResponses) checkAnswer(schema, answer);
    if (isVersioned(answer)) reply.header('etag', `"${answer.version}"`);
    return reply
      .code(contract.status ?? 200)
      .header('cache-control', 'no-store')
      .send(answer);
  }

  /** Audits a denial for a signed-in person. The error handler calls it for every error of a registered route. */
  async recordDenial(request: FastifyRequest, error: AppError): Promise<void> {
    if (!request.actor || statusOf(error) >= 500 || statusOf(error) === 401 || errorsThatAreNoDenial.has(error.code))
      return;
    if (request.raw.readableAborted) return;
    const params = Object.values((request.params ?? {}) as Record<string, string>);
    const entityId = params.find((value) => /^[0-9a-f-]{36}$/i.test(value)) ?? null;
    await this.#hooks.recordDenial(
      contextOf(request) as ActorContext,
      request.contract?.name ?? 'unknown',
      error,
      entityId,
    );
  }
}

/** Throws where the answer breaks its contract. What was written before a rule on characters existed is still shown, as signed records do not change. */
function checkAnswer({ response }: RouteSchema, answer: unknown): void {
  const { error } = response.safeParse(answer);
  if (error?.issues.some(({ message }) => message !== 'unprintable')) throw error;
}

/** Returns the schema for Fastify’s validation and the api description. */
function describe(contract: RouteContract, schema: RouteSchema) {
  return {
    summary: schema.summary,
    operationId: contract.name,
    tags: [contract.path.split('/')[2] ?? 'internal'],
    ...(schema.params ? { params: schema.params } : {}),
    ...(schema.query ? { querystring: schema.query } : {}),
    ...(schema.body ? { body: schema.body } : {}),
    ...(contract.file || contract.status === 204 ? {} : { response: { [contract.status ?? 200]: schema.response } }),
  };
}

function contextOf(request: FastifyRequest): RequestContext {
  return {
    requestId: request.id,
    hospitalId: request.actor?.hospitalId ?? null,
    actor: request.actor ?? null,
    address: request.ip,
    userAgent: request.headers['user-agent']?.slice(0, 300) ?? null,
    idempotencyKey: null,
  };
}

/** Parses `If-Match: "7"` as 7. */
function versionFrom(header: string | undefined): number {
  if (header === undefined) throw new AppError('request.precondition-required', 'If-Match is missing');
  const match = /^"(\d{1,9})"$/.exec(header);
  if (!match)
    throw new AppError('validation.failed', 'If-Match is not valid', {
      fields: [{ path: 'If-Match', rule: 'invalid' }],
    });
  return Number(match[1]);
}

function hasJsonContent(body: unknown): boolean {
  return body !== null && body !== undefined && (typeof body !== 'object' || Object.keys(body).length > 0);
}

function isVersioned(answer: unknown): answer is { version: number } {
  return typeof answer === 'object' && answer !== null && 'version' in answer && typeof answer.version === 'number';
}
