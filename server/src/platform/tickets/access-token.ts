import { createSecretKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import { roles } from '@yunzhen/shared/core/permission';
import type { Actor } from '../context.ts';
import { checkToken, signToken, type TokenKind } from './signed-token.ts';

const kind: TokenKind = { algorithm: 'HS256', type: 'access+jwt', issuer: 'yunzhen-api' };
const audience = 'yunzhen-api';

/** Ten minutes: long enough for convenience, short enough that a stolen token soon expires. */
export const accessTokenSeconds = 600;

/** More people than one api has at a time. */
const maxKnown = 20_000;

const claimsSchema = z.looseObject({
  sub: z.uuid(),
  hid: z.uuid(),
  sid: z.uuid(),
  roles: z.array(z.enum(roles)),
  pid: z.uuid().nullable(),
  prid: z.uuid().nullable(),
  /** The session waits for its second factor. */
  pend: z.literal(true).optional(),
  /** Patient and account of the dependant for whom the session acts. */
  act: z.tuple([z.uuid(), z.uuid()]).optional(),
  iat: z.int(),
  exp: z.int(),
});

export interface TokenHolder {
  readonly actor: Readonly<Actor>;
  readonly expiresAt: Date;
}

/** Access tokens: a JWT for one session, which the page keeps in memory only. */
export class AccessTokens {
  readonly #key: KeyObject;
  /** Verified tokens: the result for signature and claims is valid until the token expires. */
  readonly #known = new Map<string, TokenHolder>();

  constructor(secret: Buffer) {
    this.#key = createSecretKey(secret);
  }

  /** Number of verified tokens in memory. */
  get known(): number {
    return this.#known.size;
  }

  issue(actor: Actor, now: Date): { accessToken: string; expiresAt: Date } {
    const claims = {
      sub: actor.accountId,
      hid: actor.hospitalId,
      sid: actor.sessionId,
      roles: actor.roles,
      pid: actor.patientId,
      prid: actor.practitionerId,
      ...(actor.factorPending ? { pend: true } : {}),
      ...(actor.actingFor ? { act: [actor.actingFor.patientId, actor.actingFor.accountId] } : {}),
    };
    return {
      accessToken: signToken(kind, this.#key, audience, claims, accessTokenSeconds, now),
      expiresAt: new Date((Math.floor(now.getTime() / 1000) + accessTokenSeconds) * 1000),
    };
  }

  /** Returns the holder of a valid token, or null. Each transaction checks in the database whether the session is live. */
  read(accessToken: string, now: Date): TokenHolder | null {
    const known = this.#known.get(accessToken) ?? this.#check(accessToken, now);
    if (!known || known.expiresAt <= now) {
      this.#known.delete(accessToken);
      return null;
    }
    return known;
  }

  #check(accessToken: string, now: Date): TokenHolder | null {
    const check = checkToken(kind, this.#key, audience, accessToken, now);
    const parsed = check.ok ? claimsSchema.safeParse(check.claims) : null;
    if (!parsed?.success) return null;
    const { sub, hid, sid, roles: held, pid, prid, pend, act, iat, exp } = parsed.data;
    if (exp - iat > accessTokenSeconds) return null;
    const actingFor = act ? { actingFor: Object.freeze({ patientId: act[0], accountId: act[1] }) } : {};
    const holder: TokenHolder = {
      // One object for every request with this token.
      actor: Object.freeze({
        accountId: sub,
        hospitalId: hid,
        sessionId: sid,
        patientId: pid,
        practitionerId: prid,
        roles: Object.freeze(held),
        ...(pend ? { factorPending: pend } : {}),
        ...actingFor,
      }),
      expiresAt: new Date(exp * 1000),
    };
    this.#forgetExpired(now);
    if (this.#known.size >= maxKnown) this.#known.clear();
    this.#known.set(accessToken, holder);
    return holder;
  }

  /** Tokens are first read soon after they are issued and all last equally long, so the expired ones are at the front. */
  #forgetExpired(now: Date): void {
    for (const [accessToken, { expiresAt }] of this.#known) {
      if (expiresAt > now) return;
      this.#known.delete(accessToken);
    }
  }
}
