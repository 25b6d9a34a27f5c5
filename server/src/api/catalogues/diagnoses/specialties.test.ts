import { describe, expect, it } from 'vitest';
import { loadCuratedIcd10 } from './curated-icd10.ts';
import { createIcd10Search } from './icd10-search.ts';
import { wellKnownConditions } from './testing/well-known-conditions.ts';

const { concepts } = loadCuratedIcd10();
const index = createIcd10Search(concepts);
const CONDITION = /^(\S+) (.+) (\S+)$/;

function conditionsOf(list: string): { code: string; en: string; zh: string }[] {
  return list.split(';').map((text) => {
    const [, code = '', en = '', zh = ''] = CONDITION.exec(text.trim()) ?? [];
    return { code, en, zh };
  });
}
const within = (code: string, found: string) => found === code || found.startsWith(code);
const codesFor = (query: string) => index.search(query, 15).map((concept) => concept.code);

describe.each(Object.entries(wellKnownConditions))('the diagnoses of %s', (_, list) => {
  const conditions = conditionsOf(list);

  it('number at least twenty-five', () => {
    expect(conditions.length).toBeGreaterThanOrEqual(25);
    for (const one of conditions) expect(Object.values(one)).not.toContain('');
  });

  it('are found by their English and Chinese names', () => {
    const missing = conditions.flatMap(({ code, en, zh }) =>
      [en, zh]
        .filter((query) => !codesFor(query).some((found) => within(code, found)))
        .map((query) => `${code} ${query}`),
    );
    expect(missing).toEqual([]);
  });

  it('are found by the pinyin initials of their Chinese title', () => {
    const missing = conditions.flatMap(({ code }) => {
      const meant = concepts.filter((concept) => within(code, concept.code));
      const found = meant.some(({ pinyin, code: own }) =>
        pinyin.some((initials) => index.search(initials, 15).some((hit) => hit.code === own)),
      );
      return found ? [] : [code];
    });
    expect(missing).toEqual([]);
  });
});

describe('the most common searches', () => {
  it.each(['htn', '高血压', 'gxy', 'high blood presure'])('find hypertension with %s', (query) => {
    expect(index.search(query, 3).map(({ code }) => code)).toContain('I10');
  });
});
