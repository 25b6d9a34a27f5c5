import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ApiSettings } from '../../../platform/config/settings.ts';
import { isOwnOrigin } from '../../../platform/http/own-address.ts';
import { deviceLifetime, type KnownDevices } from '../sign-in/known-devices.ts';
import type { OpenedSession } from './session-opening.ts';

const refreshName = 'yz_refresh';
const deviceName = 'yz_device';

/** The refresh cookie and the one of known browsers on the wire, and who may make a browser send them: pages of our own origin only. */
export class SessionCookies {
  readonly #publicUrl: string;
  readonly #production: boolean;
  readonly #devices: KnownDevices;

  constructor(settings: Pick<ApiSettings, 'PUBLIC_URL' | 'NODE_ENV'>, devices: KnownDevices) {
    this.#publicUrl = settings.PUBLIC_URL;
    this.#production = settings.NODE_ENV === 'production';
    this.#devices = devices;
  }

  /** The refresh cookie’s text. Throws `auth.forbidden` when the request does not name our origin as the one that sends it. */
  read(request: FastifyRequest): string | undefined {
    if (!this.#isFromOwnPage(request)) throw new AppError('auth.forbidden', 'request of another origin');
    return request.cookies[refreshName];
  }

  /** What the browser shows of accounts that were opened in it. */
  device(request: FastifyRequest): string | undefined {
    return request.cookies[deviceName];
  }

  /** A page of one hospital’s address has no say over the session of another’s, although both are ours. */
  #isFromOwnPage({ headers: { origin }, protocol, host }: FastifyRequest): boolean {
    if (origin === undefined) return false;
    if (origin === new URL(this.#publicUrl).origin || origin === `${protocol}://${host}`) return true;
    return isOwnOrigin(origin, this.#publicUrl) && new URL(origin).host === host;
  }

  set(request: FastifyRequest, reply: FastifyReply, { cookie, cookieExpiresAt, knownTo }: OpenedSession): void {
    reply.setCookie(refreshName, cookie, {
      ...this.#options(request, '/api/sessions/current'),
      expires: cookieExpiresAt,
    });
    if (!knownTo) return;
    const known = this.#devices.remember(knownTo.holder, knownTo.at, this.device(request));
    const expires = new Date(knownTo.at.getTime() + deviceLifetime);
    reply.setCookie(deviceName, known, { ...this.#options(request, '/api'), expires });
  }

  /** Ends the session in the browser, which stays known. */
  clear(request: FastifyRequest, reply: FastifyReply): void {
    reply.clearCookie(refreshName, this.#options(request, '/api/sessions/current'));
  }

  #options(request: FastifyRequest, path: string): CookieSerializeOptions {
    return {
      httpOnly: true,
      sameSite: 'strict',
      path,
      secure: this.#production || request.protocol === 'https',
    };
  }
}
