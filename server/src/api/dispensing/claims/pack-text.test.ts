import { describe, expect, it } from 'vitest';
import { packText } from './pack-text.ts';

describe('packText', () => {
  it('names brand, batch and expiry, and leaves out what is empty', () => {
    expect(packText({ brand: 'Acme', batch: '7A', expires: '2027-05' })).toBe('Acme · LOT 7A · EXP 2027-05');
    expect(packText({ brand: '', batch: '7A', expires: '2027-05-31' })).toBe('LOT 7A · EXP 2027-05-31');
    expect(packText({ brand: '', batch: '', expires: '' })).toBe('');
  });
});
