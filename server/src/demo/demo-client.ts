import type { FastifyInstance } from 'fastify';
import { signIn } from '@yunzhen/shared/accounts/auth.contract';
import type { PartInput, PartOutput, RouteContract, RouteSchema } from '@yunzhen/shared/core/route';
import { confirmSession, readSecondFactors } from '@yunzhen/shared/accounts/second-factor.contract';

interface Given<Schema extends RouteSchema> {
  params?: PartInput<Schema, 'params'>;
  query?: PartInput<Schema, 'query'>;
  body?: PartInput<Schema, 'body'>;
  version?: number;
}

/** Calls the api’s own routes within its process, as one of the demo people: nothing that they do bypasses a rule. */
export class DemoClient {
  readonly #server: FastifyInstance;
  #token = '';

  private constructor(server: FastifyInstance) {
    this.#server = server;
  }

  static async signedIn(server: FastifyInstance, hospital: string, email: string, password: string) {
    const client = new DemoClient(server);
    client.#token = (await client.call(signIn, { body: { hospital, email, password } })).accessToken;
    return client;
  }

  /** Gives the second factor, so that this person may sign for some minutes. */
  async confirm(): Promise<this> {
    const { demoCode } = await this.call(readSecondFactors);
    await this.call(confirmSession, { body: { kind: 'totp', code: demoCode ?? '' } });
    return this;
  }

  /** @throws Error that quotes the problem when the route refuses */
  async call<Schema extends RouteSchema>(
    contract: RouteContract<Schema>,
    { params, query, body, version }: Given<Schema> = {},
  ): Promise<PartOutput<Schema, 'response'>> {
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
      },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    if (answer.statusCode >= 400) throw new Error(`${contract.name}: ${answer.statusCode} ${answer.body}`);
    return answer.json<PartOutput<Schema, 'response'>>();
  }
}
