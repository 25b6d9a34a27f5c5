import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listHospitals, readAccount } from '@yunzhen/shared/accounts/auth.contract';
import { saveNote } from '@yunzhen/shared/chart/notes.contract';
import { readPrescriptionDocument } from '@yunzhen/shared/signing/prescription-paper.contract';
import { createVisit, leaveVisit, listVisits } from '@yunzhen/shared/visits/visits.contract';
import { createApiClient } from './client.ts';
import { timeouts } from '../timeouts.ts';
import { DeadlineError } from './deadline.ts';
import { OfflineError } from './offline-error.ts';
import { mayPass } from './retry.ts';

const id = '0193b5a0-0000-7000-8000-000000000001';
const visitBody = { departmentId: id, doctorId: id, complaint: 'cough' };

type Answer = Response | Error | 'never';

/** Creates a client whose server returns these responses in order, and records its requests. */
function clientWith(...answers: Answer[]) {
  const asked: { address: string; init: RequestInit }[] = [];
  const renewals: (string | null)[] = [];
  let token = 'token-1';
  const client = createApiClient({
    tokens: {
      current: () => ({ accessToken: token }) as never,
      renew(stale) {
        renewals.push(stale);
        token = 'token-2';
        return Promise.resolve(token);
      },
    },
    pause: () => Promise.resolve(),
    fetch(address, init) {
      asked.push({ address: String(address), init: init ?? {} });
      const answer = answers.shift();
      if (!answer) throw new Error('more requests than expected');
      if (answer === 'never') return whenAborted(init?.signal);
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  });
  const header = (index: number, name: string) => new Headers(asked[index]?.init.headers).get(name);
  return { client, asked, renewals, header };
}

function whenAborted(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason as Error));
  });
}

const json = (value: unknown, status = 200) => Response.json(value, { status });
const problem = (status: number, code: string, more: object = {}) =>
  new Response(JSON.stringify({ type: 'about:blank', title: 'no', status, code, instance: 'r-1', ...more }), {
    status,
    headers: { 'content-type': 'application/problem+json' },
  });
const lost = () => new TypeError('Failed to fetch');
const emptyPage = { items: [], next: null };

describe('API client call', () => {
  it('fills the path, omits absent query values and sends the token', async () => {
    const { client, asked, header } = clientWith(json(emptyPage));
    await client.call(listVisits, { query: { open: 'true', status: undefined } });
    expect(asked[0]?.address).toBe('/api/visits?open=true');
    expect(header(0, 'authorization')).toBe('Bearer token-1');
  });

  it('escapes path values', async () => {
    const { client, asked } = clientWith(problem(404, 'resource.not-found'));
    await expect(client.call(leaveVisit, { params: { visitId: '../x y' } })).rejects.toMatchObject({
      code: 'resource.not-found',
    });
    expect(asked[0]?.address).toBe('/api/visits/..%2Fx%20y/departure');
  });

  it('sends no token to public routes', async () => {
    const { client, header } = clientWith(
      json({ demo: false, channels: [], passkeys: false, bound: false, hospitals: [] }),
    );
    await client.call(listHospitals);
    expect(header(0, 'authorization')).toBeNull();
  });

  it('sends the version that a change is based on as a quoted If-Match', async () => {
    const { client, header } = clientWith(problem(412, 'resource.stale', { facts: { version: 4 } }));
    const body = { subjective: '', objective: '', assessment: '', plan: '' };
    await expect(client.call(saveNote, { params: { visitId: id }, body, ifMatch: 3 })).rejects.toMatchObject({
      code: 'resource.stale',
      facts: { version: 4, requestId: 'r-1' },
    });
    expect(header(0, 'if-match')).toBe('"3"');
  });

  it('rejects a response that breaks the contract', async () => {
    const { client } = clientWith(json({ items: 'many', next: null }));
    await expect(client.call(listVisits, { query: {} })).rejects.toMatchObject({ code: 'internal' });
  });

  it('returns a file unchanged', async () => {
    const { client } = clientWith(new Response('%PDF-1.7', { headers: { 'content-type': 'application/pdf' } }));
    const file = await client.callFile(readPrescriptionDocument, { params: { prescriptionId: id }, query: {} });
    expect(await file.text()).toBe('%PDF-1.7');
    expect(file.type).toBe('application/pdf');
  });
});

describe('API client of a server that records traces', () => {
  it('names each call as a parent once an answer says so, and until an answer says otherwise', async () => {
    const traced = () => Response.json(emptyPage, { headers: { traceresponse: '00-1-2-01' } });
    const { client, header } = clientWith(
      json(emptyPage),
      traced(),
      lost(),
      traced(),
      json(emptyPage),
      json(emptyPage),
    );
    for (let n = 0; n < 5; n++) await client.call(listVisits, { query: {} });
    const sent = [0, 1, 2, 3, 4, 5].map((index) => header(index, 'traceparent'));
    expect(sent.map((value) => value !== null)).toEqual([false, false, true, true, true, false]);
    expect(sent[2]).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
    // The retry belongs to the same call.
    expect(sent[3]).toBe(sent[2]);
    expect(sent[4]).not.toBe(sent[2]);
  });
});

describe('API client with an expired session', () => {
  it('renews the session once and repeats the call', async () => {
    const { client, renewals, header } = clientWith(problem(401, 'auth.session-expired'), json(emptyPage));
    await client.call(listVisits, { query: {} });
    expect(renewals).toEqual(['token-1']);
    expect(header(1, 'authorization')).toBe('Bearer token-2');
  });

  it('does not renew the session repeatedly', async () => {
    const { client, renewals } = clientWith(problem(401, 'auth.required'), problem(401, 'auth.required'));
    await expect(client.call(readAccount)).rejects.toMatchObject({ code: 'auth.required' });
    expect(renewals).toHaveLength(1);
  });

  it('does not renew the session after a wrong password', async () => {
    const { client, renewals } = clientWith(problem(403, 'auth.confirmation-failed'));
    await expect(client.call(readAccount)).rejects.toMatchObject({ code: 'auth.confirmation-failed' });
    expect(renewals).toEqual([]);
  });
});

describe('API client on a failing network', () => {
  it('retries a command under the same idempotency key', async () => {
    const { client, asked, header } = clientWith(
      lost(),
      problem(503, 'service.draining'),
      problem(409, 'visit.already-open'),
    );
    await expect(client.call(createVisit, { body: visitBody })).rejects.toMatchObject({ code: 'visit.already-open' });
    expect(asked).toHaveLength(3);
    expect(header(0, 'idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(header(2, 'idempotency-key')).toBe(header(0, 'idempotency-key'));
  });

  it('uses the idempotency key that the caller chose', async () => {
    const { client, header } = clientWith(problem(409, 'visit.already-open'));
    await expect(client.call(createVisit, { body: visitBody, idempotencyKey: 'mine' })).rejects.toThrow();
    expect(header(0, 'idempotency-key')).toBe('mine');
  });

  it('does not retry a change without an idempotency key', async () => {
    const { client, asked } = clientWith(lost());
    const body = { subjective: '', objective: '', assessment: '', plan: '' };
    await expect(client.call(saveNote, { params: { visitId: id }, body, ifMatch: 1 })).rejects.toBeInstanceOf(
      OfflineError,
    );
    expect(asked).toHaveLength(1);
  });

  it('does not retry a rejected request', async () => {
    const { client, asked } = clientWith(
      problem(400, 'validation.failed', { fields: [{ path: 'complaint', rule: 'required' }] }),
    );
    await expect(client.call(createVisit, { body: visitBody })).rejects.toMatchObject({
      code: 'validation.failed',
      fields: [{ path: 'complaint', rule: 'required' }],
    });
    expect(asked).toHaveLength(1);
  });

  it('treats a proxy’s error page as an unavailable service', async () => {
    const { client } = clientWith(new Response('<h1>Bad Gateway</h1>', { status: 502 }));
    const body = { subjective: '', objective: '', assessment: '', plan: '' };
    await expect(client.call(saveNote, { params: { visitId: id }, body, ifMatch: 1 })).rejects.toMatchObject({
      code: 'service.unavailable',
    });
  });
});

/** Settles the call after its deadline has passed and returns its result or error. */
async function late(call: Promise<unknown>): Promise<unknown> {
  const settled = call.catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(timeouts['api.deadline']);
  return settled;
}

describe('API client without an answer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('aborts the request at its deadline and reports that it may have been carried out', async () => {
    const { client, asked } = clientWith('never');
    const error = await late(client.call(createVisit, { body: visitBody }));
    expect(error).toBeInstanceOf(DeadlineError);
    expect(error).toBeInstanceOf(OfflineError);
    expect(error).toMatchObject({ changes: true });
    expect(mayPass(error)).toBe(true);
    expect(asked[0]?.init.signal?.aborted).toBe(true);
    expect(asked).toHaveLength(1);
  });

  it('reports that a read changed nothing', async () => {
    const { client } = clientWith('never');
    expect(await late(client.call(listVisits, { query: {} }))).toMatchObject({ changes: false });
  });

  it('applies one deadline to all attempts of a request', async () => {
    const { client, asked } = clientWith(lost(), 'never');
    expect(await late(client.call(listVisits, { query: {} }))).toBeInstanceOf(DeadlineError);
    expect(asked).toHaveLength(2);
  });

  it('applies the deadline while the response body is read', async () => {
    const stuck = new Response(new ReadableStream({ start: (control) => control.enqueue(new Uint8Array([123])) }));
    const { client } = clientWith(stuck);
    expect(await late(client.call(listVisits, { query: {} }))).toBeInstanceOf(DeadlineError);
  });

  it('allows more time for a file', async () => {
    const { client, asked } = clientWith('never');
    let over = false;
    const file = client.callFile(readPrescriptionDocument, { params: { prescriptionId: id }, query: {} });
    const ended = file.catch((error: unknown) => {
      over = true;
      return error;
    });
    await vi.advanceTimersByTimeAsync(timeouts['api.deadline']);
    expect([over, asked[0]?.init.signal?.aborted]).toEqual([false, false]);
    await vi.advanceTimersByTimeAsync(timeouts['api.file']);
    expect(await ended).toBeInstanceOf(DeadlineError);
  });

  it('ends with the caller’s abort reason when the caller gives up earlier', async () => {
    const { client } = clientWith('never');
    const control = new AbortController();
    const ended = client.call(listVisits, { query: {}, signal: control.signal }).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(0);
    control.abort(new DOMException('left', 'AbortError'));
    expect(await ended).toMatchObject({ name: 'AbortError' });
  });
});
