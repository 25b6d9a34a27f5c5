import { describe, expect, it, vi } from 'vitest';
import { uploadAttachment } from '@yunzhen/shared/chat/chat.contract';
import { timeouts } from '../timeouts.ts';
import { DeadlineError } from './deadline.ts';
import { OfflineError } from './offline-error.ts';
import { createUploader } from './upload.ts';

const id = '0193b5a0-0000-7000-8000-000000000001';
const kept = { id, type: 'image/png', bytes: 3, width: 1, height: 1 };
const file = new Blob(['abc'], { type: 'image/png' });

/** A request that the test controls. */
class FakeRequest {
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  readonly headers = new Map<string, string>();
  address = '';
  aborted = false;
  status = 0;
  responseText = '';
  onload?: () => void;
  onerror?: () => void;
  onabort?: () => void;
  onloadend?: () => void;
  open(method: string, address: string) {
    this.address = `${method} ${address}`;
  }
  setRequestHeader(name: string, value: string) {
    this.headers.set(name, value);
  }
  getResponseHeader = () => 'application/json';
  send() {}
  abort() {
    this.aborted = true;
    this.onabort?.();
    this.onloadend?.();
  }
  answer(status: number, body: object) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    this.onload?.();
    this.onloadend?.();
  }
  fail() {
    this.onerror?.();
    this.onloadend?.();
  }
}

function setUp() {
  const requests: FakeRequest[] = [];
  let wake: () => void = () => undefined;
  const upload = createUploader({
    tokens: {
      current: () => ({ accessToken: 'token-1' }) as never,
      renew: () => Promise.resolve('token-2'),
    },
    request: () => {
      const request = new FakeRequest();
      requests.push(request);
      wake();
      return request as unknown as XMLHttpRequest;
    },
  });
  const control = new AbortController();
  const shares: number[] = [];
  const sending = upload(
    uploadAttachment,
    { params: { visitId: id, attachmentId: id }, file },
    { signal: control.signal, onProgress: (share) => void shares.push(share) },
  );
  sending.catch(() => undefined);
  const request = async (index: number): Promise<FakeRequest> => {
    for (;;) {
      const found = requests[index];
      // The listeners are attached one microtask later.
      await Promise.resolve();
      if (found) return found;
      await new Promise<void>((done) => (wake = done));
    }
  };
  return { sending, control, shares, request };
}

describe('An upload', () => {
  it('sends the file with the session, reports progress and returns the validated answer', async () => {
    const { sending, shares, request } = setUp();
    const sent = await request(0);
    expect(sent.address).toBe(`PUT /api/visits/${id}/attachments/${id}`);
    expect(sent.headers.get('authorization')).toBe('Bearer token-1');
    expect(sent.headers.get('content-type')).toBe('image/png');
    sent.upload.onprogress?.({ loaded: 1, total: 4 });
    sent.upload.onprogress?.({ loaded: 4, total: 4 });
    sent.answer(200, kept);
    expect(await sending).toEqual(kept);
    expect(shares).toEqual([0.25, 1]);
  });

  it('renews an expired session once', async () => {
    const { sending, request } = setUp();
    (await request(0)).answer(401, { code: 'auth.session-expired' });
    const second = await request(1);
    expect(second.headers.get('authorization')).toBe('Bearer token-2');
    second.answer(200, kept);
    expect(await sending).toEqual(kept);
  });

  it('fails with the hospital’s code, as offline without a network, and as `internal` when the answer breaks the contract', async () => {
    const refused = setUp();
    (await refused.request(0)).answer(400, { code: 'attachment.unsafe' });
    await expect(refused.sending).rejects.toMatchObject({ code: 'attachment.unsafe' });
    const offline = setUp();
    (await offline.request(0)).fail();
    await expect(offline.sending).rejects.toBeInstanceOf(OfflineError);
    const odd = setUp();
    (await odd.request(0)).answer(200, { hello: 'world' });
    await expect(odd.sending).rejects.toMatchObject({ code: 'internal' });
  });

  it('stops when it is cancelled', async () => {
    const { sending, control, request } = setUp();
    const sent = await request(0);
    control.abort(new DOMException('taken back', 'AbortError'));
    await expect(sending).rejects.toMatchObject({ name: 'AbortError' });
    expect(sent.aborted).toBe(true);
  });

  it('fails as lost when its progress stalls, however much was sent', async () => {
    vi.useFakeTimers();
    const { sending, request } = setUp();
    const sent = await request(0);
    const patience = timeouts['api.upload'];
    await vi.advanceTimersByTimeAsync(patience - 1);
    sent.upload.onprogress?.({ loaded: 3, total: 3 });
    await vi.advanceTimersByTimeAsync(patience - 1);
    expect(sent.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await expect(sending).rejects.toBeInstanceOf(DeadlineError);
    vi.useRealTimers();
  });
});
