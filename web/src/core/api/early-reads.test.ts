import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchOrTake, forgetEarlyReads, forgetEarlyReadsSoon, requestReadsEarly } from './early-reads.ts';

const visit = '/api/visits/7';
const headersOf = (token: string | null) => new Headers(token === null ? {} : { authorization: `Bearer ${token}` });
let sent: string[];
let answer: () => Response;

beforeEach(() => {
  sent = [];
  answer = () => new Response(String(sent.length));
  vi.stubGlobal('fetch', async (address: string, { method }: RequestInit) => {
    sent.push(`${method} ${address}`);
    return answer();
  });
});
afterEach(() => {
  (globalThis as { earlyReads?: unknown }).earlyReads = undefined;
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const read = async (token: string | null, address = visit, body: string | null = null) =>
  (await fetchOrTake(address, { method: body ? 'POST' : 'GET', headers: headersOf(token), body })).text();

it('A read that was sent before the app is answered once without another request, and later ones are sent', async () => {
  requestReadsEarly([{ address: visit }], 'token');
  expect(await read('token')).toBe('1');
  expect(await read('token')).toBe('2');
  expect(sent).toEqual([`GET ${visit}`, `GET ${visit}`]);
});

it('An early answer is never taken for another session, another address or another body', async () => {
  requestReadsEarly([{ address: visit }, { address: '/api/intake-drafts', body: { visitId: '7' } }], 'token');
  expect(await read('other')).toBe('3');
  expect(await read(null)).toBe('4');
  expect(await read('token', '/api/visits/8')).toBe('5');
  expect(await read('token', '/api/intake-drafts', '{"visitId":"8"}')).toBe('6');
  expect(await read('token', '/api/intake-drafts', '{"visitId":"7"}')).toBe('2');
});

it('A failed early read is sent again', async () => {
  answer = () => new Response('', { status: 503 });
  requestReadsEarly([{ address: visit }]);
  answer = () => new Response('fresh');
  await Promise.resolve();
  expect(await read(null)).toBe('fresh');
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')));
  requestReadsEarly([{ address: visit }]);
  await expect(read(null)).rejects.toThrow('no network');
});

it('The content of an early answer has been read before the page asks, and is sent for again when it is cut off', async () => {
  const arrived = new Response('1', { headers: { traceresponse: '00' } });
  answer = () => arrived;
  requestReadsEarly([{ address: visit }]);
  await expect.poll(() => arrived.bodyUsed).toBe(true);
  const taken = await fetchOrTake(visit, { method: 'GET', headers: headersOf(null), body: null });
  expect([await taken.text(), taken.status, taken.headers.get('traceresponse')]).toEqual(['1', 200, '00']);

  answer = () => new Response(new ReadableStream({ start: (stream) => stream.error(new TypeError('cut off')) }));
  requestReadsEarly([{ address: visit }]);
  answer = () => new Response('again');
  expect(await read(null)).toBe('again');
});

it('The content of an early answer needs no further turn of the event loop, in which the page would be painted without it', async () => {
  answer = () => new Response('{"a":1}');
  requestReadsEarly([{ address: visit }]);
  await expect.poll(() => sent).toHaveLength(1);
  await new Promise((done) => setTimeout(done));
  let painted = false;
  setImmediate(() => (painted = true));
  const taken = await fetchOrTake(visit, { method: 'GET', headers: headersOf(null), body: null });
  expect([await taken.text(), await taken.json(), painted]).toEqual(['{"a":1}', { a: 1 }, false]);
  expect(await (await taken.blob()).text()).toBe('{"a":1}');
});

it('Answers that the first page did not take are discarded when it is left', async () => {
  requestReadsEarly([{ address: visit }]);
  forgetEarlyReads();
  expect(await read(null)).toBe('2');
  // Asked for in vain, and still named.
  expect((globalThis as { earlyReads?: Map<string, unknown> }).earlyReads?.size).toBe(1);
});

it('What asks later than the first rendering gets a new answer', async () => {
  vi.useFakeTimers();
  requestReadsEarly([{ address: visit }, { address: '/api/chart' }]);
  forgetEarlyReadsSoon();
  vi.advanceTimersByTime(1_000);
  expect(await read(null)).toBe('1');
  vi.advanceTimersByTime(9_000);
  expect(await read(null, '/api/chart')).toBe('3');
});
