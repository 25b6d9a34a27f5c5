import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApi, type TestApi } from '../../support/test-api.ts';

let test: TestApi;
beforeAll(async () => {
  test = await startTestApi({ CALL_ORIGINS: 'https://calls.example.org wss://calls.example.org' });
});
afterAll(() => test.close());

/** Returns each directive of the policy with its sources. */
const directives = (policy: string | null) =>
  Object.fromEntries(
    (policy ?? '').split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(' ');
      return [name, sources];
    }),
  );

const strict = {
  'default-src': ["'self'"],
  'base-uri': ["'none'"],
  'connect-src': ["'self'", 'https://calls.example.org', 'wss://calls.example.org'],
  'font-src': ["'self'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'frame-src': ["'none'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'media-src': ["'self'", 'blob:'],
  'object-src': ["'none'"],
  'script-src': ["'self'"],
  'script-src-attr': ["'none'"],
  'style-src': [
    "'self'",
    "'sha256-0sLsI2a+NIcumVvBF9zD/ArGqlZR2xfnxsALPmK7nj8='",
    "'sha256-60LHlRjW/B3CtzIoE/Lf1/NEDvko9efWMFaGVhHu/cs='",
  ],
  'worker-src': ["'self'"],
};

describe('the security headers of every answer', () => {
  it('contain the strict policies and forbid storing, on every route', async () => {
    const routes = [...test.api.routes.registered.keys()];
    expect(routes.length).toBeGreaterThan(300);
    const wrong: string[] = [];
    for (const route of routes) {
      const [method = '', path = ''] = route.split(' ');
      const url = test.url + path.replaceAll(/:\w+/g, () => randomUUID());
      const { headers } = await fetch(url, { method });
      const isStrict =
        JSON.stringify(directives(headers.get('content-security-policy'))) === JSON.stringify(strict) &&
        headers.get('x-frame-options') === 'DENY' &&
        headers.get('x-content-type-options') === 'nosniff' &&
        headers.get('referrer-policy') === 'no-referrer' &&
        headers.get('cross-origin-opener-policy') === 'same-origin' &&
        headers.get('cross-origin-embedder-policy') === 'require-corp' &&
        headers.get('cross-origin-resource-policy') === 'same-origin' &&
        headers.get('strict-transport-security') === 'max-age=31536000; includeSubDomains' &&
        headers.get('cache-control') === 'no-store';
      if (!isStrict) wrong.push(route);
    }
    expect(wrong).toEqual([]);
  });

  it('let no page of another origin read an answer, nor ask whether it may', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    for (const [method, path] of [
      ['GET', '/api/hospitals'],
      ['GET', '/healthz'],
      ['OPTIONS', '/api/sessions'],
      ['OPTIONS', '/socket.io/'],
    ] as const) {
      const answer = await fetch(test.url + path, { method, headers });
      expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it('grant browser features to no other origin, and none that no page uses', async () => {
    const { headers } = await fetch(`${test.url}/healthz`);
    const features = (headers.get('permissions-policy') ?? '').split(', ');
    expect(features.filter((feature) => !/^[a-z-]+=\((self)?\)$/.test(feature))).toEqual([]);
    expect(features).toEqual(
      expect.arrayContaining(['camera=(self)', 'microphone=(self)', 'geolocation=()', 'usb=()']),
    );
    expect(features.length).toBeGreaterThan(30);
  });
});
