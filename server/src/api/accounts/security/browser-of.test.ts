import { describe, expect, it } from 'vitest';
import { browserOf } from './browser-of.ts';

describe('the browser named by a user agent', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0',
      { device: 'computer', browser: 'Microsoft Edge', system: 'Windows' },
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      { device: 'phone', browser: 'Safari', system: 'iOS' },
    ],
    [
      'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
      { device: 'phone', browser: 'Chrome', system: 'Android' },
    ],
    [
      'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
      { device: 'computer', browser: 'Firefox', system: 'Linux' },
    ],
    ['node', { device: 'unknown', browser: null, system: null }],
    ['<script>alert(1)</script>', { device: 'unknown', browser: null, system: null }],
    [null, { device: 'unknown', browser: null, system: null }],
  ])('is recognised by kind from %s', (userAgent, known) => expect(browserOf(userAgent)).toEqual(known));
});
