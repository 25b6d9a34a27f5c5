import type { PartInput, PartOutput, RouteContract, RouteSchema } from '../../shared/src/core/route.ts';
import type { Problem } from '../../shared/src/core/errors.ts';

interface Options<P, Q, B> {
  params?: P;
  query?: Q;
  body?: B;
  version?: number;
  key?: string;
  headers?: Record<string, string>;
}

export type CallOptions<Schema extends RouteSchema> = Options<
  PartInput<Schema, 'params'>,
  PartInput<Schema, 'query'>,
  PartInput<Schema, 'body'>
>;

export interface Answer<R> {
  status: number;
  /** The body of a successful response. */
  value: R;
  /** The problem document of a failed response. */
  problem: Problem;
  headers: Headers;
}

/** Calls routes by their contract over real HTTP, as one account. */
export class TestClient {
  readonly #url: string;
  accessToken: string | null;

  constructor(url: string, accessToken: string | null = null) {
    this.#url = url;
    this.accessToken = accessToken;
  }

  async call<Schema extends RouteSchema>(
    contract: RouteContract<Schema>,
    options: CallOptions<Schema> = {},
  ): Promise<Answer<PartOutput<Schema, 'response'>>> {
    const answer = await this.raw(contract.method, pathOf(contract.path, options.params, options.query), options);
    const text = await answer.text();
    const body: unknown = text && answer.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text;
    return {
      status: answer.status,
      value: body as PartOutput<Schema, 'response'>,
      problem: body as Problem,
      headers: answer.headers,
    };
  }

  /** Calls a route and expects success; throws an error with the problem otherwise. */
  async ok<Schema extends RouteSchema>(
    contract: RouteContract<Schema>,
    options: CallOptions<Schema> = {},
  ): Promise<PartOutput<Schema, 'response'>> {
    const answer = await this.call(contract, options);
    if (answer.status >= 400) throw new Error(`${contract.name}: ${answer.status} ${JSON.stringify(answer.problem)}`);
    return answer.value;
  }

  raw(method: string, path: string, options: Options<unknown, unknown, unknown> = {}): Promise<Response> {
    return fetch(this.#url + path, {
      method,
      headers: {
        ...(this.accessToken ? { authorization: `Bearer ${this.accessToken}` } : {}),
        ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options.version === undefined ? {} : { 'if-match': `"${options.version}"` }),
        ...(options.key === undefined ? {} : { 'idempotency-key': options.key }),
        ...options.headers,
      },
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
  }
}

function pathOf(template: string, params: unknown, query: unknown): string {
  const path = template.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[name])),
  );
  const search = new URLSearchParams(
    Object.entries((query ?? {}) as Record<string, unknown>)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  ).toString();
  return search ? `${path}?${search}` : path;
}
