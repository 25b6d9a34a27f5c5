import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ApiSettings } from '../../platform/config/settings.ts';
import { HostCookie } from '../../platform/http/host-cookie.ts';

const form = /^([0-9a-f-]{36})\.([\w-]{43})$/;

export interface PresentedSession {
  sessionId: string;
  secret: string;
}

/** The cookie of an operator’s session. Pages of other origins cannot use it, including hospitals on subdomains. */
export class OperatorCookie {
  readonly #ownOrigin: string;
  readonly #cookie: HostCookie;

  constructor(settings: Pick<ApiSettings, 'PUBLIC_URL' | 'NODE_ENV'>) {
    this.#ownOrigin = new URL(settings.PUBLIC_URL).origin;
    this.#cookie = new HostCookie(settings, 'yz_operator', '/api/operator');
  }

  /** Returns null without a cookie. Throws `auth.forbidden` for a change requested by another origin. */
  read(request: FastifyRequest): PresentedSession | null {
    const { origin } = request.headers;
    const here = `${request.protocol}://${request.host}`;
    const safe = request.method === 'GET' && origin === undefined;
    if (!safe && origin !== this.#ownOrigin && origin !== here)
      throw new AppError('auth.forbidden', 'request comes from another origin');
    const match = form.exec(this.#cookie.read(request) ?? '');
    const [, sessionId, secret] = match ?? [];
    return sessionId && secret ? { sessionId, secret } : null;
  }

  set(request: FastifyRequest, reply: FastifyReply, session: PresentedSession & { expiresAt: Date }): void {
    this.#cookie.set(request, reply, `${session.sessionId}.${session.secret}`, session.expiresAt);
  }

  clear(request: FastifyRequest, reply: FastifyReply): void {
    this.#cookie.clear(request, reply);
  }
}
