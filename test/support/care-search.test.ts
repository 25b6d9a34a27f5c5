import { describe, expect, it } from 'vitest';
import { readCorpus } from '../bench/corpus.ts';
import { careFound, isAccepted } from '../bench/search/care-search.ts';

type Kind = 'department' | 'doctor';
const isKind = (kind: string): kind is Kind => kind === 'department' || kind === 'doctor';
const rows = readCorpus('search/queries.tsv', ['id', 'lang', 'kind', 'query', 'expected', 'note']).flatMap(
  ({ lang, kind, query, expected }) => (isKind(kind) ? [{ lang, kind, query, expected }] : []),
);
const placeOf = ({ kind, query, expected }: { kind: Kind; query: string; expected: string }) =>
  careFound(kind, query).findIndex((names) => isAccepted(names, expected));

describe('the search of patients for departments and doctors', () => {
  it.each(['en', 'zh'])('finds what was meant in %s: first of 85 %%, among the first three of 95 %%', (lang) => {
    const places = rows.filter((row) => row.lang === lang).map(placeOf);
    const share = (most: number) => places.filter((place) => place >= 0 && place < most).length / places.length;
    expect(places.length).toBeGreaterThanOrEqual(100);
    expect([share(1) >= 0.85, share(3) >= 0.95]).toEqual([true, true]);
  });

  it('covers two hundred queries by an author who did not know its words', () => {
    expect(rows.length).toBeGreaterThanOrEqual(200);
  });

  it.each([
    ['department', '肚子疼', '消化内科'],
    ['department', '皮肤痒', '皮肤科'],
    ['department', '续方', '全科医学科'],
    ['department', '开病假条', '全科医学科'],
    ['doctor', '王', 'surname:王'],
    ['department', 'depressed', 'psychiatry'],
    ['department', 'belly pain', 'gastroenterology'],
    ['department', 'hedache', 'neurology'],
    ['department', 'burning when I pee', 'urology'],
    ['department', 'tooth ache', 'dentistry'],
    ['doctor', 'dr wang', 'surname:Wang'],
    ['department', 'prescription refill', 'general-practice'],
    ['department', 'sick note', 'general-practice'],
  ] as const)('finds for a %s “%s”: %s', (kind, query, expected) => {
    expect(placeOf({ kind, query, expected })).toBe(0);
  });

  it('does not take flu for reflux', () => {
    expect(careFound('department', 'flu').flat()).not.toContain('gastroenterology');
  });
});
