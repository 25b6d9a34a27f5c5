import { refreshSession, signOut } from '../../../shared/src/accounts/auth.contract.ts';
import type { PartOutput, RouteContract, RouteSchema } from '../../../shared/src/core/route.ts';
import { TestClient, type Answer, type CallOptions } from '../../support/client.ts';

/** Calls the api like a page in a browser: stores the refresh cookie and sends its origin. */
export class Browser {
  readonly #client: TestClient;
  readonly #origin: string;
  cookie: string | null = null;
  /** The last Set-Cookie header of the refresh cookie. */
  setCookie = '';
  /** The cookie that says which accounts were opened in this browser. */
  device: string | null = null;
  /** The cookie that says which accounts need no second factor in this browser. */
  trusted: string | null = null;

  constructor(url: string, origin = url) {
    this.#client = new TestClient(url);
    this.#origin = origin;
  }

  /** Returns another browser with a copy of the cookie, as a thief would have. */
  copy(url: string): Browser {
    const other = new Browser(url, this.#origin);
    other.cookie = this.cookie;
    return other;
  }

  get tokens(): TestClient {
    return this.#client;
  }

  async call<Schema extends RouteSchema>(
    contract: RouteContract<Schema>,
    options: CallOptions<Schema> = {},
  ): Promise<Answer<PartOutput<Schema, 'response'>>> {
    const sent = [
      ...(contract.path.startsWith('/api/sessions/current') && this.cookie ? [`yz_refresh=${this.cookie}`] : []),
      ...(this.device ? [`yz_device=${this.device}`] : []),
      ...(this.trusted ? [`yz_trusted=${this.trusted}`] : []),
    ];
    const answer = await this.#client.call(contract, {
      ...options,
      headers: {
        origin: this.#origin,
        ...(sent.length > 0 ? { cookie: sent.join('; ') } : {}),
        ...options.headers,
      },
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^yz_(refresh|device|trusted)=([^;]*)/.exec(line) ?? [];
      if (name === 'device') this.device = value || null;
      if (name === 'trusted') this.trusted = value || null;
      if (name !== 'refresh') continue;
      this.setCookie = line;
      this.cookie = value || null;
    }
    const grant = answer.value as { accessToken?: string } | undefined;
    if (answer.status < 300 && grant?.accessToken) this.#client.accessToken = grant.accessToken;
    return answer;
  }

  refresh() {
    return this.call(refreshSession);
  }

  signOut() {
    return this.call(signOut);
  }
}
