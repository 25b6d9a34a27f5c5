import { describe, expect, it } from 'vitest';
import { browserKindOf } from './browser-kind.ts';

const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const blink = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('The kind of a browser', () => {
  it.each([
    ['chromium', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Chrome/149.0.0.0 Safari/537.36`],
    ['chromium', `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${blink} Chrome/149.0.0.0 Safari/537.36 Edg/149.0.0.0`],
    ['chromium', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${blink} Chrome/149.0.0.0 Safari/537.36`],
    ['chrome-android', `Mozilla/5.0 (Linux; Android 10; K) ${blink} Chrome/149.0.0.0 Mobile Safari/537.36`],
    ['safari-mac', `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/26.0 Safari/605.1.15`],
    [
      'safari-ios',
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} Version/26.0 Mobile/15E148 Safari/604.1`,
    ],
    [
      'safari-ios',
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} CriOS/149.0 Mobile/15E148 Safari/604.1`,
    ],
    ['firefox', 'Mozilla/5.0 (X11; Linux x86_64; rv:149.0) Gecko/20100101 Firefox/149.0'],
    [
      'in-app',
      `Mozilla/5.0 (Linux; Android 14; wv) ${blink} Version/4.0 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.56`,
    ],
    ['in-app', `Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) ${webkit} Mobile/15E148 MicroMessenger/8.0.56`],
  ] as const)('is detected as %s', (kind, userAgent) => {
    expect(browserKindOf(userAgent)).toBe(kind);
  });

  it('detects an iPad, which reports itself as a Mac, by its touch points', () => {
    const mac = `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/26.0 Safari/605.1.15`;
    expect(browserKindOf(mac, 5)).toBe('safari-ios');
  });
});
