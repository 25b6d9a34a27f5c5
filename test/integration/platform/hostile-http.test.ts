import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newId } from '../../../server/src/platform/ids.ts';
import { encodeCursor } from '../../../server/src/platform/db/paging.ts';
import { errorStatus, type ErrorCode, type Problem } from '../../../shared/src/core/errors.ts';
import { Factory, type TestPerson } from '../../support/factories.ts';
import { startTestApi, type TestApi } from '../../support/test-api.ts';
import { endWhatWaitsForLock } from '../../support/waiting-backend.ts';

let test: TestApi;
let patient: TestPerson;
let doctor: TestPerson;

beforeAll(async () => {
  test = await startTestApi({ RATE_LIMIT_FACTOR: '1', RATE_LIMIT: '600' });
  const factory = new Factory(test);
  const hospital = await factory.hospital();
  patient = await factory.patient(hospital);
  doctor = await factory.doctor(hospital);
});
afterAll(() => test.close());

interface Sent {
  method?: string;
  path: string;
  body?: string;
  type?: string;
  headers?: Record<string, string>;
  as?: TestPerson;
}

async function send({ method = 'GET', path, body, type = 'application/json', headers = {}, as = patient }: Sent) {
  const answer = await fetch(test.url + path, {
    method,
    headers: {
      authorization: `Bearer ${as.accessToken}`,
      ...(body === undefined ? {} : { 'content-type': type }),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
  const text = await answer.text();
  return {
    status: answer.status,
    headers: answer.headers,
    problem: (text ? JSON.parse(text) : {}) as Partial<Problem>,
  };
}

/** Sends bytes on a connection of their own and returns what is answered until it ends. */
function exchange(bytes: string): Promise<string> {
  const { port, hostname } = new URL(test.url);
  return new Promise((done) => {
    let said = '';
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.on('data', (data) => (said += data.toString()));
    socket.on('error', () => undefined).on('close', () => done(said));
  });
}

const visit = (body: string): Sent => ({ method: 'POST', path: '/api/visits', body });
const deep = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const list = (place: string): Sent => ({ path: `/api/visits?cursor=${encodeURIComponent(place)}` });
const dashes = '-'.repeat(36);

const cases: [string, Sent, ErrorCode][] = [
  ['JSON that ends too soon', visit('{"complaint":'), 'request.malformed'],
  ['JSON that names __proto__', visit('{"__proto__":{"roles":["president"]}}'), 'request.malformed'],
  ['JSON that names constructor.prototype', visit('{"constructor":{"prototype":{}}}'), 'request.malformed'],
  ['an empty body called JSON', visit(''), 'request.malformed'],
  ['a body of null', visit('null'), 'validation.failed'],
  ['a list ten thousand levels deep', visit(deep(10_000)), 'validation.failed'],
  ['a body that is too large', visit(`{"complaint":"${'x'.repeat(300_000)}"}`), 'request.too-large'],
  ['plain text', { ...visit('hello'), type: 'text/plain' }, 'request.unsupported-media-type'],
  ['a form', { ...visit('a=1'), type: 'application/x-www-form-urlencoded' }, 'request.unsupported-media-type'],
  ['no content type that there is', { ...visit('{}'), type: 'nonsense' }, 'request.unsupported-media-type'],
  [
    'a zero byte in a text',
    visit(JSON.stringify({ departmentId: newId(), doctorId: newId(), complaint: 'a\0b' })),
    'validation.failed',
  ],
  [
    'half a character',
    visit(`{"departmentId":"${newId()}","doctorId":"${newId()}","complaint":"\\ud800"}`),
    'validation.failed',
  ],
  ['an invalid id', { path: '/api/visits/1%20OR%201=1' }, 'validation.failed'],
  ['an id of dashes', { path: `/api/visits/${dashes}` }, 'validation.failed'],
  ['a zero byte in the address', { path: '/api/visits/%00' }, 'validation.failed'],
  ['a slash within a parameter', { path: `/api/visits/${newId()}%2F..%2Fqueue` }, 'validation.failed'],
  ['an address that can’t be decoded', { path: '/api/visits/%zz' }, 'request.malformed'],
  ['a parameter without end', { path: `/api/visits/${'a'.repeat(3_000)}` }, 'resource.not-found'],
  ['an address with a slash too many', { path: '/api/account/' }, 'resource.not-found'],
  ['an id that is empty', { path: '/api/visits/' }, 'validation.failed'],
  ['a method that the address has not', { method: 'PATCH', path: '/api/visits', body: '{}' }, 'resource.not-found'],
  ['OPTIONS', { method: 'OPTIONS', path: '/api/visits' }, 'resource.not-found'],
  ['a limit that is a word', { path: '/api/visits?limit=all' }, 'validation.failed'],
  ['a limit beyond every number', { path: '/api/visits?limit=1e309' }, 'validation.failed'],
  ['an unknown query field', { path: '/api/visits?limti=5' }, 'validation.failed'],
  ['a query field twice', { path: '/api/visits?limit=5&limit=6' }, 'validation.failed'],
  ['a cursor that is not base64', list('%%%'), 'validation.failed'],
  ['a cursor of dashes for an id', list(cursor([new Date().toISOString(), dashes])), 'validation.failed'],
  ['a cursor before the calendar', list(cursor(['-271821-04-20T00:00:00.000Z', newId()])), 'validation.failed'],
  ['a cursor that is an object', list(cursor({ at: 1 })), 'validation.failed'],
  ['a bad idempotency key', { ...visit('{}'), headers: { 'idempotency-key': 'a b' } }, 'validation.failed'],
  ['an invalid token', { path: '/api/visits', headers: { authorization: 'Bearer x.y.z' } }, 'auth.session-expired'],
  ['no token', { path: '/api/visits', headers: { authorization: 'Basic abc' } }, 'auth.required'],
];

describe('an invalid request', () => {
  it.each(cases)('with %s is rejected with a coded problem, never a 500', async (_what, sent, code) => {
    const answer = await send(sent);
    expect([answer.problem.code, answer.status]).toEqual([code, errorStatus[code]]);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.problem.instance).toMatch(/^[0-9a-f]{16}$/);
    expect(JSON.stringify(answer.problem)).not.toMatch(/node_modules|at .*\.ts|SELECT /);
  });

  it('with a malformed If-Match header is rejected', async () => {
    const path = `/api/prescriptions/${newId()}`;
    const put = (headers: Record<string, string>) =>
      send({ method: 'PUT', path, body: '{"items":[]}', headers, as: doctor });
    expect((await put({})).problem.code).toBe('request.precondition-required');
    for (const version of ['7', 'W/"7"', '"-1"', '"9999999999"', '*', '"1", "2"'])
      expect([version, (await put({ 'if-match': version })).problem.code]).toEqual([version, 'validation.failed']);
    expect((await put({ 'if-match': '"1"' })).problem.code).toBe('resource.not-found');
  });

  it('of the method HEAD is answered like GET without a body', async () => {
    const answer = await send({ method: 'HEAD', path: '/api/account' });
    expect(answer.status).toBe(200);
  });

  it('differs from one with a cursor that the api issued, which is accepted', async () => {
    expect((await send(list(encodeCursor({ at: new Date(), id: newId() })))).status).toBe(200);
  });

  it('of bytes that are no HTTP does not disturb the api', async () => {
    const { port } = new URL(test.url);
    for (const bytes of [
      '\x16\x03\x01\x02\0',
      'GET / HTTP/9.9\r\n\r\n',
      'POST /api/visits HTTP/1.1\r\nContent-Length: -5\r\n\r\n',
    ]) {
      await new Promise<void>((done) => {
        const socket = connect(Number(port), '127.0.0.1', () => socket.write(bytes));
        socket
          .on('data', () => undefined)
          .on('close', () => done())
          .on('error', () => undefined);
      });
    }
    expect((await fetch(`${test.url}/healthz`)).status).toBe(200);
  });

  it.each([
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}'],
    ['a length and chunks', 'Content-Length: 40\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['chunks under another name', 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n'],
    ['chunks that are no numbers', 'Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n'],
    ['a header name with a space', 'Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n'],
  ])('with %s cannot smuggle another one: nothing after it on its connection is answered', async (_what, rest) => {
    const smuggled = 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n';
    const said = await exchange(
      `POST /api/one-time-codes HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${rest}${smuggled}`,
    );
    expect(said.match(/HTTP\/1\.1 \d+/g) ?? []).toEqual(['HTTP/1.1 400']);
  });

  it('of the method TRACE echoes nothing', async () => {
    const said = await exchange(
      'TRACE /api/hospitals HTTP/1.1\r\nHost: x\r\nX-Secret: echoed\r\nConnection: close\r\n\r\n',
    );
    expect(said).toMatch(/^HTTP\/1\.1 40[045]/);
    expect(said).not.toContain('echoed');
  });

  it('of a signed-in person is audited once, with ids and codes only', async () => {
    const before = await denials();
    await send(visit(JSON.stringify({ complaint: 'my secret illness' })));
    await send({ ...visit('{}'), headers: { 'idempotency-key': '!' } });
    const rows = (await denials()).slice(before.length);
    expect(rows.map((row) => [row.code, row.entity, row.actor_account_id])).toEqual([
      ['validation.failed', 'createVisit', patient.accountId],
      ['validation.failed', 'createVisit', patient.accountId],
    ]);
    expect(JSON.stringify(rows)).not.toContain('secret illness');
  });

  it('is answered 503 when its audit event cannot be stored, so that the caller retries', async () => {
    const blocker = await test.database.admin.connect();
    await blocker.query('BEGIN; LOCK TABLE audit_event IN ACCESS EXCLUSIVE MODE');
    const before = send(visit(JSON.stringify({ complaint: 'nothing' })));
    await endWhatWaitsForLock(test);
    expect(await before).toMatchObject({ status: 503, problem: { code: 'service.unavailable' } });
    await blocker.query('ROLLBACK');
    blocker.release();
    expect(await send(visit(JSON.stringify({ complaint: 'nothing' })))).toMatchObject({ status: 400 });
  });
});

async function denials() {
  const { rows } = await test.database.admin.query<{ code: string; entity: string; actor_account_id: string }>(
    `SELECT code, entity, actor_account_id, details, entity_id FROM audit_event WHERE action = 'access.denied' ORDER BY at, id`,
  );
  return rows;
}

describe('the request limit', () => {
  it('counts per route, method and person, and returns a retry time', async () => {
    const other = await new Factory(test).hospital();
    const [busy, calm] = [await new Factory(test).doctor(other), await new Factory(test).doctor(other)];
    const path = `/api/prescriptions/${newId()}/signature`;
    const sign = (as: TestPerson) =>
      send({ method: 'POST', path, body: '{"password":"x"}', headers: { 'if-match': '"1"' }, as });
    const codes: (string | undefined)[] = [];
    for (let i = 0; i < 21; i++) codes.push((await sign({ ...busy, accessToken: busy.accessToken })).problem.code);
    expect(codes.at(-1)).toBe('request.rate-limited');
    const late = await sign(busy);
    expect(late.status).toBe(429);
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await sign(calm)).problem.code).not.toBe('request.rate-limited');
    expect((await send({ path: '/api/account', as: busy })).status).toBe(200);
  });
});
