import type { FastifyInstance } from 'fastify';
import { refreshSession, signIn } from '@yunzhen/shared/accounts/auth.contract';
import type { PartInput, PartOutput, ResponseOf, RouteContract, RouteSchema } from '@yunzhen/shared/core/route';
import { confirmSession, readSecondFactors } from '@yunzhen/shared/accounts/second-factor.contract';

type Response = Awaited<ReturnType<FastifyInstance['inject']>>;

interface Given<Schema extends RouteSchema> {
  params?: PartInput<Schema, 'params'>;
  query?: PartInput<Schema, 'query'>;
  body?: PartInput<Schema, 'body'>;
  version?: number;
  headers?: Record<string, string>;
}

/** Calls the api’s own routes within its process, as one of the demo people, so that all rules apply. */
export class DemoClient {
  readonly #server: FastifyInstance;
  #token = '';

  private constructor(server: FastifyInstance) {
    this.#server = server;
  }

  static async signedIn(server: FastifyInstance, hospital: string, email: string, password: string) {
    const client = new DemoClient(server);
    const opened = await client.#send(signIn, { body: { hospital, email, password } });
    const { accessToken, account } = opened.json<ResponseOf<typeof signIn>>();
    client.#token = accessToken;
    const cookie = opened.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    if (account.secondFactorPending) await client.#confirm(cookie);
    return client;
  }

  /** Gives the second factor, which lets staff sign in, and sign for some minutes. */
  async #confirm(cookie: string): Promise<void> {
    const { demoCode } = await this.call(readSecondFactors);
    await this.call(confirmSession, { body: { kind: 'totp', code: demoCode ?? '' } });
    const headers = { cookie, host: 'localhost', origin: 'http://localhost' };
    this.#token = (await this.call(refreshSession, { headers })).accessToken;
  }

  /** @throws Error that quotes the problem when the route rejects the request */
  async call<Schema extends RouteSchema>(
    contract: RouteContract<Schema>,
    given: Given<Schema> = {},
  ): Promise<PartOutput<Schema, 'response'>> {
    return (await this.#send(contract, given)).json<PartOutput<Schema, 'response'>>();
  }

  /** Uploads a picture. Throws like `call`. */
  async upload<Schema extends RouteSchema>(contract: RouteContract<Schema>, given: Given<Schema>, picture: Buffer) {
    const headers = { 'content-type': 'image/png' };
    await this.#send(contract, { ...given, headers, body: picture as unknown as PartInput<Schema, 'body'> });
  }

  /** Opens a file. Throws like `call`. */
  async open<Schema extends RouteSchema>(contract: RouteContract<Schema>, given: Given<Schema>): Promise<void> {
    await this.#send(contract, given);
  }

  async #send<Schema extends RouteSchema>(
    contract: RouteContract<Schema>,
    { params, query, body, version, headers }: Given<Schema>,
  ): Promise<Response> {
    const path = contract.path.replace(/:(\w+)/g, (_, name: string) =>
      encodeURIComponent(String((params as Record<string, unknown> | undefined)?.[name])),
    );
    const answer = await this.#server.inject({
      method: contract.method,
      url: path,
      query: (query ?? {}) as Record<string, string>,
      headers: {
        ...(this.#token && { authorization: `Bearer ${this.#token}` }),
        ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    if (answer.statusCode >= 400) throw new Error(`${contract.name}: ${answer.statusCode} ${answer.body}`);
    return answer;
  }
}
