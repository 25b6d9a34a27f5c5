import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ApiSettings } from '../../../platform/config/settings.ts';
import { HostCookie } from '../../../platform/http/host-cookie.ts';
import { isOwnOrigin } from '../../../platform/http/own-address.ts';
import { deviceLifetime, type KnownDevices } from '../sign-in/known-devices.ts';
import type { OpenedSession } from './session-opening.ts';

/** The refresh cookie and the one of known browsers on the wire, and who may make a browser send them: pages of our own origin only. */
export class SessionCookies {
  readonly #publicUrl: string;
  readonly #refresh: HostCookie;
  readonly #device: HostCookie;
  readonly #devices: KnownDevices;

  constructor(settings: Pick<ApiSettings, 'PUBLIC_URL' | 'NODE_ENV'>, devices: KnownDevices) {
    this.#publicUrl = settings.PUBLIC_URL;
    this.#refresh = new HostCookie(settings, 'yz_refresh', '/api/sessions/current');
    this.#device = new HostCookie(settings, 'yz_device', '/api');
    this.#devices = devices;
  }

  /** The refresh cookie’s text. Throws `auth.forbidden` when the request does not name our origin as the one that sends it. */
  read(request: FastifyRequest): string | undefined {
    if (!this.#isFromOwnPage(request)) throw new AppError('auth.forbidden', 'request of another origin');
    return this.#refresh.read(request);
  }

  /** What the browser shows of accounts that were opened in it. */
  device(request: FastifyRequest): string | undefined {
    return this.#device.read(request);
  }

  /** A page of one hospital’s address has no say over the session of another’s, although both are ours. */
  #isFromOwnPage({ headers: { origin }, protocol, host }: FastifyRequest): boolean {
    if (origin === undefined) return false;
    if (origin === new URL(this.#publicUrl).origin || origin === `${protocol}://${host}`) return true;
    return isOwnOrigin(origin, this.#publicUrl) && new URL(origin).host === host;
  }

  set(request: FastifyRequest, reply: FastifyReply, { cookie, cookieExpiresAt, knownTo }: OpenedSession): void {
    this.#refresh.set(request, reply, cookie, cookieExpiresAt);
    if (!knownTo) return;
    const known = this.#devices.remember(knownTo.holder, knownTo.at, this.device(request));
    this.#device.set(request, reply, known, new Date(knownTo.at.getTime() + deviceLifetime));
  }

  /** Ends the session in the browser, which stays known. */
  clear(request: FastifyRequest, reply: FastifyReply): void {
    this.#refresh.clear(request, reply);
  }
}
