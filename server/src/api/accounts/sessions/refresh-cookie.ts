import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ApiSettings } from '../../../platform/config/settings.ts';
import { isOwnOrigin } from '../../../platform/http/own-address.ts';
import type { OpenedSession } from './session-opening.ts';

const cookieName = 'yz_refresh';

/** The refresh cookie on the wire, and who may make a browser send it: pages of our own origin only. */
export class RefreshCookie {
  readonly #publicUrl: string;
  readonly #production: boolean;

  constructor(settings: Pick<ApiSettings, 'PUBLIC_URL' | 'NODE_ENV'>) {
    this.#publicUrl = settings.PUBLIC_URL;
    this.#production = settings.NODE_ENV === 'production';
  }

  /** The cookie’s text. Throws `auth.forbidden` when the request does not name our origin as the one that sends it. */
  read(request: FastifyRequest): string | undefined {
    if (!this.#isFromOwnPage(request)) throw new AppError('auth.forbidden', 'request of another origin');
    return request.cookies[cookieName];
  }

  /** A page of one hospital’s address has no say over the session of another’s, although both are ours. */
  #isFromOwnPage({ headers: { origin }, protocol, host }: FastifyRequest): boolean {
    if (origin === undefined) return false;
    if (origin === new URL(this.#publicUrl).origin || origin === `${protocol}://${host}`) return true;
    return isOwnOrigin(origin, this.#publicUrl) && new URL(origin).host === host;
  }

  set(request: FastifyRequest, reply: FastifyReply, opened: OpenedSession): void {
    reply.setCookie(cookieName, opened.cookie, { ...this.#options(request), expires: opened.cookieExpiresAt });
  }

  clear(request: FastifyRequest, reply: FastifyReply): void {
    reply.clearCookie(cookieName, this.#options(request));
  }

  #options(request: FastifyRequest): CookieSerializeOptions {
    return {
      httpOnly: true,
      sameSite: 'strict',
      path: '/api/sessions/current',
      secure: this.#production || request.protocol === 'https',
    };
  }
}
