import { expect, it } from 'vitest';
import { readTrustCookie, writeTrustCookie } from './trust-cookie.ts';

const entry = (n: number) => ({ deviceId: `0193b5a0-0000-7000-8000-00000000000${n}`, secret: 's'.repeat(43) });

it('names up to five accounts of one browser', () => {
  const entries = [1, 2, 3, 4, 5, 6].map(entry);
  expect(readTrustCookie(writeTrustCookie(entries))).toEqual(entries.slice(0, 5));
});

it.each([undefined, '', 'x', `${entry(1).deviceId}.short`, `~~${entry(1).deviceId}`])('ignores %s', (value) =>
  expect(readTrustCookie(value)).toEqual([]),
);
