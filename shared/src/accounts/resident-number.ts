import type { Sex } from '../core/patient.ts';

/** What the number of a Chinese resident identity card says about its holder. */
export interface ResidentNumber {
  /** ISO date. */
  birthDate: string;
  sex: Extract<Sex, 'female' | 'male'>;
}

/** Weights and check characters of ISO 7064 MOD 11-2 for 17 digits, from GB 11643-1999. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const checkCharacters = '10X98765432';

/** Returns the 18th character for the first seventeen digits (GB 11643-1999, 4.4). */
export function checkCharacterOf(seventeen: string): string {
  const sum = weights.reduce<number>((total, weight, index) => total + weight * Number(seventeen[index]), 0);
  return checkCharacters[sum % 11] ?? '';
}

/**
 * Parses a number of 18 characters: six for the area, eight for the birth date, three of which the last is odd for men and even for women, and a
 * check character. Returns the rule that it breaks otherwise. Residence permits for people from Hong Kong, Macao and Taiwan have the same form.
 */
export function readResidentNumber(number: string): ResidentNumber | 'identity-number' | 'identity-checksum' {
  const parts = /^\d{6}(\d{4})(\d{2})(\d{2})\d{2}(\d)[\dX]$/.exec(number);
  if (!parts) return 'identity-number';
  if (checkCharacterOf(number.slice(0, 17)) !== number[17]) return 'identity-checksum';
  const [, year = '', month = '', day = '', order = ''] = parts;
  const birthDate = `${year}-${month}-${day}`;
  const date = new Date(`${birthDate}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== birthDate) return 'identity-number';
  return { birthDate, sex: Number(order) % 2 === 1 ? 'male' : 'female' };
}

/** Returns a valid number that no living person has: area 000000 does not exist. `order` from 0 to 499 distinguishes people with one birthday. */
export function inventedResidentNumber(person: { birthDate: string; sex: Sex }, order: number): string {
  const third = (order * 2 + (person.sex === 'male' ? 1 : 0)) % 1000;
  const seventeen = `000000${person.birthDate.replaceAll('-', '')}${String(third).padStart(3, '0')}`;
  return seventeen + checkCharacterOf(seventeen);
}
