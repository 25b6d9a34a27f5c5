import { createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';
import jwt from 'jsonwebtoken';
import { describe, expect, it } from 'vitest';
import { ticketIssuer, ticketLifetimeSeconds, ticketType } from '@yunzhen/shared/calls/call.constants';
import { newId } from '../ids.ts';
import { AccessTokens, accessTokenSeconds } from './access-token.ts';
import { CallTicketSigner, CallTicketVerifier, TicketRefusedError } from './call-ticket.ts';

const now = new Date('2026-11-24T08:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const seconds = Math.floor(now.getTime() / 1000);

const secret = randomBytes(32);
const tokens = new AccessTokens(secret);
const actor = {
  accountId: newId(),
  hospitalId: newId(),
  sessionId: newId(),
  roles: ['doctor' as const],
  patientId: null,
  practitionerId: newId(),
};

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const publicPem = keys.publicKey.export({ type: 'spki', format: 'pem' }).toString();
const signer = new CallTicketSigner(keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
const verifier = new CallTicketVerifier(publicPem, 'node-1');
const participant = {
  jti: newId(),
  sub: newId(),
  sessionId: newId(),
  hospitalId: newId(),
  visitId: newId(),
  role: 'patient' as const,
  publish: ['camera' as const],
  purpose: 'call' as const,
  room: { revision: 3, phase: 'waiting' as const },
};

const accessClaims = {
  sub: actor.accountId,
  hid: actor.hospitalId,
  sid: actor.sessionId,
  roles: actor.roles,
  pid: null,
  prid: actor.practitionerId,
  iat: seconds,
  exp: seconds + 600,
  aud: 'yunzhen-api',
  iss: 'yunzhen-api',
};

/** Signs with the right secret, but otherwise as given. */
function access(claims: object, typ = 'access+jwt', alg: 'HS256' | 'HS512' = 'HS256'): string {
  // Removes members that are undefined.
  const payload = JSON.parse(JSON.stringify({ ...accessClaims, ...claims })) as object;
  return jwt.sign(payload, secret, { algorithm: alg, header: { alg, typ } });
}

describe('an access token', () => {
  it('is read as it was issued, until it expires', () => {
    const { accessToken, expiresAt } = tokens.issue(actor, now);
    expect(tokens.read(accessToken, now)).toEqual({ actor, expiresAt });
    expect(expiresAt).toEqual(later(accessTokenSeconds));
    expect(tokens.read(accessToken, later(accessTokenSeconds - 1))).not.toBeNull();
    expect(tokens.read(accessToken, later(accessTokenSeconds))).toBeNull();
    expect(tokens.read(access({}), now)?.actor).toEqual(actor);
    // Verified once; requests share the frozen result.
    const held = tokens.read(access({}), now)?.actor;
    expect(tokens.read(access({}), later(1))?.actor).toBe(held);
    expect([Object.isFrozen(held), Object.isFrozen(held?.roles)]).toEqual([true, true]);
  });

  it('is rejected when any part is changed, or another secret signed it', () => {
    const { accessToken } = tokens.issue(actor, now);
    const [header = '', , signature = ''] = accessToken.split('.');
    expect(tokens.read(`${header}.${part({ ...accessClaims, roles: ['president'] })}.${signature}`, now)).toBeNull();
    expect(new AccessTokens(randomBytes(32)).read(accessToken, now)).toBeNull();
    for (const garbage of ['', 'x', 'x.y', 'x.y.z', '..', `${accessToken}x`, 'null'])
      expect(tokens.read(garbage, now)).toBeNull();
  });

  it('is forgotten after it expired, when the next one is read', () => {
    const of = new AccessTokens(secret);
    const read = (issued: Date) => of.read(of.issue(actor, issued).accessToken, issued);
    for (const second of [0, 1, 2]) expect(read(later(second))).not.toBeNull();
    expect(of.known).toBe(3);
    expect(read(later(accessTokenSeconds + 1))).not.toBeNull();
    expect(of.known).toBe(2);
  });

  it('never chooses its algorithm: none, another HMAC, or elliptic', () => {
    const body = part(accessClaims);
    expect(tokens.read(`${part({ alg: 'none', typ: 'access+jwt' })}.${body}.`, now)).toBeNull();
    expect(tokens.read(`${part({ alg: 'None', typ: 'access+jwt' })}.${body}.`, now)).toBeNull();
    expect(tokens.read(access({}, 'access+jwt', 'HS512'), now)).toBeNull();
    const elliptic = jwt.sign(accessClaims, keys.privateKey, {
      algorithm: 'ES256',
      header: { alg: 'ES256', typ: 'access+jwt' },
    });
    expect(tokens.read(elliptic, now)).toBeNull();
  });

  it('is rejected with another type, audience or issuer, without expiry, or with invalid claims', () => {
    expect(tokens.read(access({}, 'JWT'), now)).toBeNull();
    expect(tokens.read(access({}, ticketType), now)).toBeNull();
    for (const claims of [
      { aud: 'media:node-1' },
      { aud: ['yunzhen-api', 'other'] },
      { iss: 'someone' },
      { exp: undefined },
      { sub: 'admin' },
      { roles: ['root'] },
      { sid: undefined },
      { nbf: seconds + 60 },
      // From a process whose clock is ahead; and one valid for a day.
      { iat: seconds + 31, exp: seconds + 631 },
      { iat: undefined },
      { exp: seconds + 86_400 },
    ])
      expect([claims, tokens.read(access(claims), now)]).toEqual([claims, null]);
  });
});

function refusal(ticket: string, at = now, by = verifier): [string, boolean] {
  try {
    by.verify(ticket, at);
  } catch (error) {
    if (error instanceof TicketRefusedError) return [error.code, error.claims !== undefined];
    throw error;
  }
  return ['accepted', true];
}

describe('a call ticket', () => {
  const { ticket, expiresAt } = signer.sign('node-1', participant, now);
  const claims = { ...participant, iss: ticketIssuer, aud: 'media:node-1', iat: seconds, exp: seconds + 120 };
  const signed = (change: object, typ = ticketType) =>
    jwt.sign({ ...claims, ...change }, keys.privateKey, { algorithm: 'ES256', header: { alg: 'ES256', typ } });

  it('of a newer release is read without the claims that this one does not know', () => {
    const newer = { ...participant, room: { ...participant.room, ofANewerRelease: 1 }, ofANewerRelease: 1 };
    const { ticket } = signer.sign('node-1', newer, now);
    const claims = verifier.verify(ticket, now);
    expect(claims).toMatchObject(participant);
    expect(JSON.stringify(claims)).not.toContain('ofANewerRelease');
  });

  it('opens its node for two minutes', () => {
    expect(verifier.verify(ticket, now)).toEqual(claims);
    expect(expiresAt).toEqual(later(ticketLifetimeSeconds));
    expect(refusal(ticket, later(119))[0]).toBe('accepted');
    expect(refusal(ticket, later(120))).toEqual(['call.ticket-expired', true]);
  });

  it('opens no other node, whatever its name', () => {
    expect(refusal(ticket, now, new CallTicketVerifier(publicPem, 'node-2'))).toEqual(['call.ticket-wrong-node', true]);
    expect(refusal(signed({ aud: ['media:node-1'] }))[0]).toBe('call.ticket-wrong-node');
  });

  it('cannot be forged with the public key: no HMAC with it, no "none", no other key', () => {
    const head = (alg: string) => part({ alg, typ: ticketType });
    const body = part(claims);
    const mac = createHmac('sha256', publicPem)
      .update(`${head('HS256')}.${body}`)
      .digest('base64url');
    expect(refusal(`${head('HS256')}.${body}.${mac}`)).toEqual(['call.ticket-invalid', false]);
    expect(refusal(`${head('none')}.${body}.`)).toEqual(['call.ticket-invalid', false]);
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const forged = jwt.sign(claims, other, { algorithm: 'ES256', header: { alg: 'ES256', typ: ticketType } });
    expect(refusal(forged)).toEqual(['call.ticket-invalid', false]);
    for (const garbage of ['', 'a.b.c', `${ticket}x`]) expect(refusal(garbage)).toEqual(['call.ticket-invalid', false]);
  });

  it('is rejected when it lives longer than allowed, has another type or issuer, or lacks a claim', () => {
    expect(refusal(signed({}))[0]).toBe('accepted');
    for (const change of [{ exp: seconds + 121 }, { iss: 'x' }, { role: 'admin' }, { jti: undefined }])
      expect([change, refusal(signed(change))[0]]).toEqual([change, 'call.ticket-invalid']);
    expect(refusal(signed({}, 'access+jwt'))[0]).toBe('call.ticket-invalid');
    expect(refusal(signed({}, 'JWT'))[0]).toBe('call.ticket-invalid');
  });

  it('does not pass for an access token, nor an access token for a ticket', () => {
    expect(tokens.read(ticket, now)).toBeNull();
    expect(refusal(tokens.issue(actor, now).accessToken)).toEqual(['call.ticket-invalid', false]);
  });
});
