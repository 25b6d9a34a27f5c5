import { afterEach, expect, it, vi } from 'vitest';
import { requestSessionEarly, takeSession } from './early-session.ts';

const { signal } = new AbortController();

/** Stubs the browser with its lock free or held by another tab; returns the requested paths. */
function browser(isFree: boolean): string[] {
  const requests: string[] = [];
  vi.stubGlobal('window', {});
  vi.stubGlobal('navigator', {
    locks: {
      request: async (_name: string, _options: unknown, work: (lock: object | null) => unknown) =>
        work(isFree ? {} : null),
    },
  });
  vi.stubGlobal('fetch', async (path: string) => {
    requests.push(path);
    return new Response(JSON.stringify({ accessToken: String(requests.length) }));
  });
  return requests;
}

afterEach(() => vi.unstubAllGlobals());

it('Early session renewal runs before the app loads, and the app uses its answer once', async () => {
  const requests = browser(true);
  const after = vi.fn<() => void>(() => expect(requests).toHaveLength(1));
  const session = requestSessionEarly(after);
  await expect.poll(() => after).toHaveBeenCalledOnce();
  const token = async () => ((await (await takeSession(signal)).json()) as { accessToken: string }).accessToken;
  expect([await token(), await token()]).toEqual(['1', '2']);
  expect(await session).toEqual({ accessToken: '1' });
  expect(requests).toEqual(Array(2).fill('/api/sessions/current/refresh'));
});

it('Early session renewal leaves the request to the app while another tab renews', async () => {
  const requests = browser(false);
  const after = vi.fn<() => void>();
  expect(await requestSessionEarly(after)).toBeUndefined();
  expect(after).toHaveBeenCalledOnce();
  expect(requests).toEqual([]);
  expect((await takeSession(signal)).ok).toBe(true);
  expect(requests).toHaveLength(1);
});

it('Early session renewal reports its failure to the app', async () => {
  browser(true);
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')));
  expect(await requestSessionEarly(() => undefined)).toBeUndefined();
  await expect(takeSession(signal)).rejects.toThrow('no network');
});
