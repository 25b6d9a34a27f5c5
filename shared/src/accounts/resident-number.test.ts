import { describe, expect, it } from 'vitest';
import { checkCharacterOf, inventedResidentNumber, readResidentNumber } from './resident-number.ts';

/** The examples in the annex of GB 11643-1999. */
const printed = [
  ['11010519491231002X', { birthDate: '1949-12-31', sex: 'female' }],
  ['440524188001010014', { birthDate: '1880-01-01', sex: 'male' }],
] as const;

describe('a resident identity number', () => {
  it.each(printed)('%s is read as in the standard', (number, read) => {
    expect(readResidentNumber(number)).toEqual(read);
  });

  it('is rejected for any single mistyped digit, and for any two swapped neighbours', () => {
    for (const [number] of printed) {
      for (let at = 0; at < 18; at++) {
        for (const other of '0123456789X') {
          if (other === number[at] || (other === 'X' && at < 17)) continue;
          expect(readResidentNumber(number.slice(0, at) + other + number.slice(at + 1))).toBe('identity-checksum');
        }
      }
      for (let at = 0; at < 16; at++) {
        const [one = '', two = ''] = [number[at], number[at + 1]];
        if (one === two) continue;
        expect(readResidentNumber(number.slice(0, at) + two + one + number.slice(at + 2))).toBe('identity-checksum');
      }
    }
  });

  it('is rejected with another form or an impossible day', () => {
    for (const number of ['', '130503670401001', '11010519491231002x', '11010519491231002X ', '1101051949123100２X'])
      expect(readResidentNumber(number)).toBe('identity-number');
    for (const day of ['19490231', '19491301', '00000000']) {
      const seventeen = `110105${day}002`;
      expect(readResidentNumber(seventeen + checkCharacterOf(seventeen))).toBe('identity-number');
    }
  });

  it('can be invented for a person, in an area that does not exist', () => {
    for (const sex of ['female', 'male'] as const) {
      const numbers = Array.from({ length: 500 }, (_, order) =>
        inventedResidentNumber({ birthDate: '1980-05-01', sex }, order),
      );
      expect(new Set(numbers).size).toBe(500);
      for (const number of numbers) {
        expect(number.startsWith('000000')).toBe(true);
        expect(readResidentNumber(number)).toEqual({ birthDate: '1980-05-01', sex });
      }
    }
  });
});
