import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { ApiSettings } from '../config/settings.ts';
import { AccountMark } from '../limits/account-mark.ts';
import type { AccountOf } from './client-connections.ts';
import { HostCookie } from './host-cookie.ts';

type MarkSettings = Pick<ApiSettings, 'PUBLIC_URL' | 'NODE_ENV' | 'ACCESS_TOKEN_SECRET'>;

/** The cookie with the mark of the signed-in account. Browsers send it with the handshake of a socket, before any token. */
export class MarkedBrowsers {
  readonly #cookie: HostCookie;
  readonly #mark: AccountMark;

  constructor(settings: MarkSettings) {
    this.#cookie = new HostCookie(settings, 'yz_account', '/socket.io');
    this.#mark = new AccountMark(settings.ACCESS_TOKEN_SECRET);
  }

  set(request: FastifyRequest, reply: FastifyReply, accountId: string, expiresAt: Date): void {
    this.#cookie.set(request, reply, this.#mark.write(accountId, expiresAt), expiresAt);
  }

  clear(request: FastifyRequest, reply: FastifyReply): void {
    this.#cookie.clear(request, reply);
  }

  accountOf(clock: Clock): AccountOf {
    return ({ headers }) => this.#mark.read(this.#cookie.readFrom(headers), clock.now());
  }
}
