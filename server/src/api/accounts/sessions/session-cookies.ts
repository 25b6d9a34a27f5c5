import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ApiSettings } from '../../../platform/config/settings.ts';
import { HostCookie } from '../../../platform/http/host-cookie.ts';
import { MarkedBrowsers } from '../../../platform/http/marked-browsers.ts';
import { isOwnOrigin } from '../../../platform/http/own-address.ts';
import { deviceLifetime, type KnownDevices } from '../sign-in/known-devices.ts';
import type { TrustCookie } from '../trusted-devices/device-trust.ts';
import type { OpenedSession } from './session-opening.ts';

/** Reads and writes the cookies of the session, of known and of trusted browsers, and checks the origin: only our own pages may send them. */
export class SessionCookies {
  readonly #publicUrl: string;
  readonly #refresh: HostCookie;
  readonly #device: HostCookie;
  readonly #trusted: HostCookie;
  readonly #marked: MarkedBrowsers;
  readonly #devices: KnownDevices;

  constructor(settings: Pick<ApiSettings, 'PUBLIC_URL' | 'NODE_ENV' | 'ACCESS_TOKEN_SECRET'>, devices: KnownDevices) {
    this.#publicUrl = settings.PUBLIC_URL;
    this.#refresh = new HostCookie(settings, 'yz_refresh', '/api/sessions/current');
    this.#device = new HostCookie(settings, 'yz_device', '/api');
    this.#trusted = new HostCookie(settings, 'yz_trusted', '/api');
    this.#marked = new MarkedBrowsers(settings);
    this.#devices = devices;
  }

  /** Returns the refresh cookie’s value. Throws `auth.forbidden` when the request’s Origin is not ours. */
  read(request: FastifyRequest): string | undefined {
    if (!this.#isFromOwnPage(request)) throw new AppError('auth.forbidden', 'request comes from another origin');
    return this.#refresh.read(request);
  }

  /** Returns the known-device cookie. */
  device(request: FastifyRequest): string | undefined {
    return this.#device.read(request);
  }

  /** Returns the cookie of a trusted browser. */
  trusted(request: FastifyRequest): string | undefined {
    return this.#trusted.read(request);
  }

  trust(request: FastifyRequest, reply: FastifyReply, { value, expiresAt }: TrustCookie): void {
    if (value === '') this.#trusted.clear(request, reply);
    else this.#trusted.set(request, reply, value, expiresAt);
  }

  /** Compares the whole host: a page of one hospital’s address must not use the session of another’s. */
  #isFromOwnPage({ headers: { origin }, protocol, host }: FastifyRequest): boolean {
    if (origin === undefined) return false;
    if (origin === new URL(this.#publicUrl).origin || origin === `${protocol}://${host}`) return true;
    return isOwnOrigin(origin, this.#publicUrl) && new URL(origin).host === host;
  }

  set(request: FastifyRequest, reply: FastifyReply, opened: OpenedSession): void {
    const { grant, cookie, cookieExpiresAt, knownTo, trust } = opened;
    this.#refresh.set(request, reply, cookie, cookieExpiresAt);
    // A stolen password alone must not use up the rate of its account.
    if (!grant.account.secondFactorPending) this.#marked.set(request, reply, grant.account.id, cookieExpiresAt);
    if (trust) this.trust(request, reply, trust);
    if (!knownTo) return;
    const known = this.#devices.remember(knownTo.holder, knownTo.at, this.device(request));
    this.#device.set(request, reply, known, new Date(knownTo.at.getTime() + deviceLifetime));
  }

  /** Clears the cookies of the session; those of known and trusted browsers stay. */
  clear(request: FastifyRequest, reply: FastifyReply): void {
    this.#refresh.clear(request, reply);
    this.#marked.clear(request, reply);
  }
}
