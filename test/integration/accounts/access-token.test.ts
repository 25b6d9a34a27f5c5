import { createHmac, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import jwt from 'jsonwebtoken';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAccount } from '../../../shared/src/accounts/auth.contract.ts';
import { recordNamespace } from '../../../shared/src/core/record-socket.constants.ts';
import { TestClient } from '../../support/client.ts';
import { Factory, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
let patient: TestPerson;
let stranger: TestPerson;
beforeAll(async () => {
  test = await startTestApi();
  const factory = new Factory(test);
  patient = await factory.patient(await factory.hospital());
  stranger = await factory.patient(await factory.hospital());
});
afterAll(() => test.close());

const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claims = () => jwt.decode(patient.accessToken) as jwt.JwtPayload;
const signed = (header: object, payload: object, key: string | Buffer = test.settings.ACCESS_TOKEN_SECRET) => {
  const content = `${part(header)}.${part(payload)}`;
  return `${content}.${createHmac('sha256', key).update(content).digest('base64url')}`;
};
const header = { alg: 'HS256', typ: 'access+jwt' };

const forged: [string, () => string][] = [
  ['no signature (alg none)', () => `${part({ alg: 'none', typ: 'access+jwt' })}.${part(claims())}.`],
  ['alg none in mixed case', () => `${part({ alg: 'nOnE', typ: 'access+jwt' })}.${part(claims())}.`],
  ['another key', () => signed(header, claims(), 'guess')],
  ['an empty key', () => signed(header, claims(), '')],
  ['the type of a call ticket', () => signed({ ...header, typ: 'call+jwt' }, claims())],
  ['the common type JWT', () => signed({ ...header, typ: 'JWT' }, claims())],
  ['another audience', () => signed(header, { ...claims(), aud: 'media:node-1' })],
  ['another issuer', () => signed(header, { ...claims(), iss: 'someone' })],
  ['no expiry', () => signed(header, { ...claims(), exp: undefined })],
  ['an expiry in the past', () => signed(header, { ...claims(), exp: Math.floor(Date.now() / 1000) - 1 })],
  ['a role that does not exist', () => signed(header, { ...claims(), roles: ['root'] })],
  ['no subject', () => signed(header, { ...claims(), sub: undefined })],
  [
    'changed claims under the old signature',
    () => {
      const [head, , signature] = patient.accessToken.split('.');
      return `${head}.${part({ ...claims(), roles: ['administrator'] })}.${signature}`;
    },
  ],
  [
    'a signature with the caller’s own key (ES256)',
    () => {
      const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return jwt.sign(claims(), privateKey, { algorithm: 'ES256', header: { alg: 'ES256', typ: 'access+jwt' } });
    },
  ],
  ['the public key of tickets as its secret', () => signed(header, claims(), test.ticketPublicKey)],
  ['a malformed value', () => 'not.a.token'],
];

describe('an access token', () => {
  it('is accepted when it is genuine', async () => {
    expect((await new TestClient(test.url, signed(header, claims())).ok(readAccount)).id).toBe(patient.accountId);
  });

  it.each(forged)('with %s is rejected by routes and by the record socket', async (_what, token) => {
    const accessToken = token();
    const client = new TestClient(test.url);
    const answer = await client.call(readAccount, { headers: { authorization: `Bearer ${accessToken}` } });
    expect([answer.status, answer.problem.code]).toEqual([401, 'auth.session-expired']);
    const socket = io(`${test.url}${recordNamespace}`, {
      auth: { accessToken },
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
    });
    const [error] = (await once(socket as unknown as EventTarget & Socket, 'connect_error')) as [Error];
    expect(error.message).toBe('auth.required');
    socket.disconnect();
  });

  it('of one hospital with the id of another hospital finds no session there', async () => {
    const crossed = signed(header, { ...claims(), hid: stranger.hospitalId });
    expect((await new TestClient(test.url, crossed).call(readAccount)).problem.code).toBe('auth.session-expired');
  });

  it('stops being accepted after ten minutes', async () => {
    test.clock.advance(10 * 60_000 + 1000);
    expect((await patient.client.call(readAccount)).problem.code).toBe('auth.session-expired');
  });
});
