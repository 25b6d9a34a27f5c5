import jwt from 'jsonwebtoken';
import type { KeyObject } from 'node:crypto';

/** Allowed clock difference within an installation. A token issued later than this comes from a wrong clock. */
const futureMilliseconds = 30_000;

export type TokenFailure = 'expired' | 'invalid' | 'wrong-audience';

export type TokenCheck<Claims> = { ok: true; claims: Claims } | { ok: false; failure: TokenFailure; claims?: unknown };

export interface TokenKind {
  /** The only accepted algorithm: a token never chooses its own. */
  algorithm: 'ES256' | 'HS256';
  /** The header’s `typ`, so that a token of one purpose is rejected for another. */
  type: string;
  issuer: string;
}

export function signToken(
  kind: TokenKind,
  key: KeyObject,
  audience: string,
  claims: object,
  lifetimeSeconds: number,
  now: Date,
): string {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return jwt.sign({ ...claims, iat: issuedAt, exp: issuedAt + lifetimeSeconds, aud: audience, iss: kind.issuer }, key, {
    algorithm: kind.algorithm,
    header: { alg: kind.algorithm, typ: kind.type },
  });
}

/**
 * Checks signature, algorithm, type, issuer, time of issue, audience and expiry, in that order; the caller checks the shape of the claims.
 * Distinguishes a correctly signed token that is expired or for another audience, with its claims.
 */
export function checkToken(
  kind: TokenKind,
  key: KeyObject,
  audience: string,
  token: string,
  now: Date,
): TokenCheck<unknown> {
  let decoded: jwt.Jwt;
  try {
    decoded = jwt.verify(token, key, {
      algorithms: [kind.algorithm],
      issuer: kind.issuer,
      ignoreExpiration: true,
      clockTimestamp: Math.floor(now.getTime() / 1000),
      complete: true,
    });
  } catch {
    return { ok: false, failure: 'invalid' };
  }
  const claims = decoded.payload;
  if (decoded.header.typ !== kind.type || typeof claims === 'string' || typeof claims.exp !== 'number') {
    return { ok: false, failure: 'invalid' };
  }
  if (typeof claims.iat !== 'number' || claims.iat * 1000 > now.getTime() + futureMilliseconds)
    return { ok: false, failure: 'invalid' };
  if (claims.aud !== audience) return { ok: false, failure: 'wrong-audience', claims };
  if (claims.exp * 1000 <= now.getTime()) return { ok: false, failure: 'expired', claims };
  return { ok: true, claims };
}
