import { fastifyCookie, type CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import type { ApiSettings } from '../config/settings.ts';

/**
 * A cookie that scripts cannot read and other sites cannot make a browser send. With an https address it is bound to the exact host (`__Host-`, RFC
 * 6265bis §4.1.3.2): no other host of the domain and no page without TLS can set it. There, a cookie without the prefix is ignored.
 */
export class HostCookie {
  readonly #name: string;
  readonly #path: string;
  readonly #secure: boolean;

  /** `path`: where the browser sends it, unless the prefix requires `/`. */
  constructor(settings: Pick<ApiSettings, 'PUBLIC_URL' | 'NODE_ENV'>, name: string, path: string) {
    const bound = new URL(settings.PUBLIC_URL).protocol === 'https:';
    this.#name = bound ? `__Host-${name}` : name;
    this.#path = bound ? '/' : path;
    this.#secure = bound || settings.NODE_ENV === 'production';
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.#name];
  }

  /** Reads it from the headers of a request that Fastify does not handle. */
  readFrom({ cookie }: IncomingHttpHeaders): string | undefined {
    return cookie === undefined ? undefined : fastifyCookie.parse(cookie)[this.#name];
  }

  set(request: FastifyRequest, reply: FastifyReply, value: string, expires: Date): void {
    reply.setCookie(this.#name, value, { ...this.#options(request), expires });
  }

  clear(request: FastifyRequest, reply: FastifyReply): void {
    reply.clearCookie(this.#name, this.#options(request));
  }

  #options(request: FastifyRequest): CookieSerializeOptions {
    const secure = this.#secure || request.protocol === 'https';
    return { httpOnly: true, sameSite: 'strict', path: this.#path, secure };
  }
}
