import { describe, expect, it } from 'vitest';
import { internationalPhone, toInternationalPhone } from './phone.ts';

describe('a phone number', () => {
  it.each([
    ['138 0013 8000', '+8613800138000'],
    ['+86 138-0013-8000', '+8613800138000'],
    ['0044 (20) 7946 0958', '+442079460958'],
    ['+49 30 123456', '+4930123456'],
  ])('%s is %s', (written, international) => {
    expect(toInternationalPhone(written)).toBe(international);
    expect(international).toMatch(internationalPhone);
  });

  it.each(['12345', '020 7946 0958', '+0123456789', '23800138000', '+86138001380001234', 'call me'])(
    'is rejected when written %s',
    (written) => {
      expect(toInternationalPhone(written)).not.toMatch(internationalPhone);
    },
  );
});
