import { describe, expect, it } from 'vitest';
import { loadCuratedIcd10 } from './curated-icd10.ts';
import { createIcd10Search } from './icd10-search.ts';

const { concepts, version } = loadCuratedIcd10();
const search = createIcd10Search(concepts);
const codes = (query: string) => search.search(query, 5).map((concept) => concept.code);

describe('curated ICD-10 list', () => {
  it('is read once and frozen', () => {
    expect(loadCuratedIcd10().concepts).toBe(concepts);
    expect(Object.isFrozen(concepts) && Object.isFrozen(concepts[0])).toBe(true);
    expect(version).toMatch(/^\d{4}-\d{2}$/);
  });

  it('has a title in both languages and pinyin for every code', () => {
    const poor = concepts.filter((concept) => !/\p{Script=Han}/u.test(concept.zh) || concept.pinyin.length === 0);
    expect(poor).toEqual([]);
  });

  it('covers the common conditions of remote care', () => {
    expect(concepts.length).toBeGreaterThanOrEqual(1200);
    const chapters = new Set(concepts.map((concept) => concept.code[0]));
    expect([...'ABCDEFGHIJKLMNOPQRSTUZ'].filter((chapter) => !chapters.has(chapter))).toEqual([]);
  });

  it('gives a reason for every uncertain row', () => {
    expect(concepts.filter((concept) => concept.confidence === 'check' && !concept.note)).toEqual([]);
  });

  it.each([
    ['htn', 'I10'],
    ['高血压', 'I10'],
    ['gxy', 'I10'],
    ['high blood presure', 'I10'],
    ['e11.9', 'E11.9'],
    ['感冒', 'J00'],
    ['UTI', 'N39.0'],
    ['拉肚子', 'A09.9'],
    ['stye', 'H00.0'],
    ['tnb', 'E11.9'],
    ['腰突', 'M51.2'],
    ['anemia', 'D64.9'],
    ['migrane', 'G43.9'],
    ['自闭症', 'F84.0'],
    ['dry eye', 'H04.1'],
    ['bedwetting', 'F98.0'],
    ['续方', 'Z76.0'],
    ['jzxjj', 'E04.1'],
  ])('finds %s first as %s', (query, code) => {
    expect(codes(query)[0]).toBe(code);
  });

  it.each([
    ['tonsilitis', 'J03.9'],
    ['扁桃体炎', 'J03.9'],
    ['pharyngitis', 'J02.9'],
    ['sinusitis', 'J01.9'],
    ['pancreatitis', 'K85.9'],
    ['bronchitis', 'J40'],
    ['chronic tonsilitis', 'J35.0'],
    ['慢性扁桃体炎', 'J35.0'],
    ['copd', 'J44.9'],
  ])('finds the acute or unspecified form first for %s, a chronic one where it is named', (query, code) => {
    expect(codes(query)[0]).toBe(code);
  });

  it('takes an abbreviation for what it is, not for the beginning of pinyin initials', () => {
    expect(codes('htn')).toEqual(['I10']);
    expect(codes('htnz')[0]).toBe('N83.1');
  });

  it('returns a code by exact match only', () => {
    expect(search.byCode('I10')?.zh).toBe('原发性高血压');
    expect(search.byCode('I1')).toBeUndefined();
  });
});
