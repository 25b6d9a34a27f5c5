import { describe, expect, it } from 'vitest';
import { fromMinor, toMinor } from './money.ts';

describe('an amount of money', () => {
  it('converts to the smallest unit and back without a float', () => {
    expect(toMinor('50', 'CNY')).toBe(5000);
    expect(toMinor('0.07', 'CNY')).toBe(7);
    expect(toMinor('1200', 'JPY')).toBe(1200);
    expect(fromMinor(7, 'CNY')).toBe('0.07');
    expect(fromMinor(5050, 'EUR')).toBe('50.50');
    expect(fromMinor(0, 'JPY')).toBe('0');
  });

  it('is rejected when the currency has no such coin, or it is invalid', () => {
    for (const amount of ['1.005', '-1', '01', '1e3', '', '1,5', '100000000'])
      expect([amount, toMinor(amount, 'CNY')]).toEqual([amount, null]);
    expect(toMinor('1.5', 'JPY')).toBeNull();
  });
});
