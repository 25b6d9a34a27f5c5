import { expect, it } from 'vitest';
import { maskedHan } from './person-initials.ts';

it('masks all but the first character of a Chinese name, and no other name', () => {
  expect(maskedHan('李伟')).toBe('李*');
  expect(maskedHan('欧阳小红')).toBe('欧*');
  expect(maskedHan('Nora Lindqvist')).toBeNull();
  expect(maskedHan('')).toBeNull();
});
