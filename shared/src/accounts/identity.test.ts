import { describe, expect, it } from 'vitest';
import { needsRealName, objectionsToDocument, plainNumber, type DocumentType } from './identity.ts';

const card = { documentType: 'resident-id', number: '11010519491231002X', birthDate: '1949-12-31' } as const;
const rules = (given: Parameters<typeof objectionsToDocument>[0]) =>
  objectionsToDocument(given).map(({ path, rule }) => `${path} ${rule}`);

describe('an identity document', () => {
  it('agrees with what its holder stated', () => {
    expect(rules({ ...card, sex: 'female' })).toEqual([]);
    expect(rules({ ...card, sex: 'male' })).toEqual(['sex identity-sex']);
    expect(rules({ ...card, sex: 'female', birthDate: '1949-12-30' })).toEqual(['birthDate identity-birth-date']);
    expect(rules({ ...card, number: '110105194912310021', sex: 'female' })).toEqual(['number identity-checksum']);
  });

  it('does not contradict a sex that is neither female nor male, or not stated', () => {
    for (const sex of ['other', 'unknown'] as const) expect(rules({ ...card, sex })).toEqual([]);
  });

  it.each<[DocumentType, string, boolean]>([
    ['hk-macao-permit', 'H12345678', true],
    ['hk-macao-permit', 'M1234567801', true],
    ['hk-macao-permit', 'A12345678', false],
    ['taiwan-permit', '12345678', true],
    ['taiwan-permit', 'H12345678', false],
    ['passport', 'E12345678', true],
    ['passport', 'E1', false],
  ])('%s with number %s is valid: %s', (documentType, number, right) => {
    const found = rules({ documentType, number, birthDate: '1980-01-01', sex: 'male' });
    expect(found).toEqual(right ? [] : ['number identity-number']);
  });

  it('is read in any notation of its number', () => {
    expect(plainNumber(' 110105 1949-1231 002x ')).toBe('11010519491231002X');
  });
});

it('a real name is required in China', () => {
  expect([needsRealName('CN'), needsRealName('CH')]).toEqual([true, false]);
});
