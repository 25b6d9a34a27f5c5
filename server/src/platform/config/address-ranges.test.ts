import { describe, expect, it } from 'vitest';
import { addressRanges, isWithin } from './address-ranges.ts';

describe('address ranges', () => {
  it('contain addresses and networks of both families', () => {
    const ranges = addressRanges('10.0.0.0/8, 192.0.2.7  2001:db8::/32 ::1');
    for (const address of ['10.255.0.1', '192.0.2.7', '2001:db8:ffff::1', '::1']) {
      expect(isWithin(ranges, address), address).toBe(true);
    }
    for (const address of ['11.0.0.1', '192.0.2.8', '2001:db9::1', '', 'localhost']) {
      expect(isWithin(ranges, address), address).toBe(false);
    }
  });

  it('may be empty', () => {
    expect(isWithin(addressRanges(''), '127.0.0.1')).toBe(false);
  });

  it.each(['proxy', '10.0.0.0/x', '10.0.0.0/33', '10.0.0', '10.0.0.0/'])('reject %j', (text) => {
    expect(() => addressRanges(text)).toThrow();
  });
});
