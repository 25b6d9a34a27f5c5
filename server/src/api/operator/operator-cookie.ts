import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '@yunzhen/shared/core/errors';
import type { ApiSettings } from '../../platform/config/settings.ts';

const cookieName = 'yz_operator';
const form = /^([0-9a-f-]{36})\.([\w-]{43})$/;

export interface PresentedSession {
  sessionId: string;
  secret: string;
}

/** The cookie of an operator’s session. Pages of other origins can’t use it, hospitals on subdomains among them. */
export class OperatorCookie {
  readonly #ownOrigin: string;
  readonly #production: boolean;

  constructor(settings: Pick<ApiSettings, 'PUBLIC_URL' | 'NODE_ENV'>) {
    this.#ownOrigin = new URL(settings.PUBLIC_URL).origin;
    this.#production = settings.NODE_ENV === 'production';
  }

  /** Null without one. Throws `auth.forbidden` for a change that another origin asks for. */
  read(request: FastifyRequest): PresentedSession | null {
    const { origin } = request.headers;
    const here = `${request.protocol}://${request.host}`;
    const safe = request.method === 'GET' && origin === undefined;
    if (!safe && origin !== this.#ownOrigin && origin !== here)
      throw new AppError('auth.forbidden', 'request of another origin');
    const match = form.exec(request.cookies[cookieName] ?? '');
    const [, sessionId, secret] = match ?? [];
    return sessionId && secret ? { sessionId, secret } : null;
  }

  set(request: FastifyRequest, reply: FastifyReply, session: PresentedSession & { expiresAt: Date }): void {
    const value = `${session.sessionId}.${session.secret}`;
    reply.setCookie(cookieName, value, { ...this.#options(request), expires: session.expiresAt });
  }

  clear(request: FastifyRequest, reply: FastifyReply): void {
    reply.clearCookie(cookieName, this.#options(request));
  }

  #options(request: FastifyRequest): CookieSerializeOptions {
    return {
      httpOnly: true,
      sameSite: 'strict',
      path: '/api/operator',
      secure: this.#production || request.protocol === 'https',
    };
  }
}
