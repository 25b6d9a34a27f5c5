import { expect, it } from 'vitest';
import { readTrustCookie, writeTrustCookie } from './trust-cookie.ts';

const id = (n: number) => `0193b5a0-0000-7000-8000-00000000000${n}`;
const entry = (n: number) => ({ hospitalId: id(0), deviceId: id(n), secret: 's'.repeat(43) });

it('names up to five accounts of one browser', () => {
  const entries = [1, 2, 3, 4, 5, 6].map(entry);
  expect(readTrustCookie(writeTrustCookie(entries))).toEqual(entries.slice(0, 5));
});

it.each([undefined, '', 'x', `${id(0)}.${id(1)}.short`, `~~${id(0)}.${id(1)}`, `${id(1)}.${'s'.repeat(43)}`])(
  'ignores %s',
  (value) => expect(readTrustCookie(value)).toEqual([]),
);
