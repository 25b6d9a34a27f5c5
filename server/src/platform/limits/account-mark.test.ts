import { expect, it } from 'vitest';
import { AccountMark } from './account-mark.ts';

const account = '0193b5a0-0000-7000-8000-000000000001';
const other = '0193b5a0-0000-7000-8000-000000000002';
const now = new Date('2026-11-29T12:00:00Z');
const later = new Date('2026-11-30T12:00:00Z');
const mark = new AccountMark(Buffer.alloc(32, 1));

it('Names its account until it expires', () => {
  const written = mark.write(account, later);
  expect(mark.read(written, now)).toBe(account);
  expect(mark.read(written, later)).toBeNull();
});

it('Is not accepted for another account, a later end, by another key, or without a signature', () => {
  const written = mark.write(account, later);
  const longer = mark.write(account, new Date(later.getTime() + 1000)).split('.')[1] ?? '';
  expect(mark.read(written.replace(account, other), now)).toBeNull();
  expect(mark.read(written.replace(/\.\d+\./, `.${longer}.`), now)).toBeNull();
  expect(new AccountMark(Buffer.alloc(32, 2)).read(written, now)).toBeNull();
  for (const value of [undefined, '', account, `${account}.9999999999.`, `${account}.9999999999.${'A'.repeat(43)}`])
    expect(mark.read(value, now)).toBeNull();
});
