import { describe, expect, it } from 'vitest';
import { shippedTables } from './knowledge-tables.ts';

const tables = ['interaction-rules', 'condition-rules', 'age-rules'] as const;
const rows = tables.flatMap((name) => shippedTables()[name].map(({ row }) => row));
const idsOf = (wrong: (row: (typeof rows)[number]) => boolean) => rows.filter(wrong).map(({ id }) => id);
const words = (text = '') => text.split(/\s+/).length;

describe('what a rule tells the doctor', () => {
  it('says how harm comes about in at least five words, and what to do in at least four', () => {
    expect(idsOf(({ mechanismEn, adviceEn }) => words(mechanismEn) < 5 || words(adviceEn) < 4)).toEqual([]);
  });

  it('consists of sentences in both languages', () => {
    const english = /^[A-Z0-9].*[.]$/s;
    const chinese = /\p{Script=Han}.*。$/su;
    expect(
      idsOf(
        ({ mechanismEn = '', adviceEn = '', mechanismZh = '', adviceZh = '' }) =>
          !english.test(mechanismEn) ||
          !english.test(adviceEn) ||
          !chinese.test(mechanismZh) ||
          !chinese.test(adviceZh),
      ),
    ).toEqual([]);
  });

  it('forbids a combination only where it cannot be overridden', () => {
    const forbids = /^(?:do not (?:use|combine)(?: (?:it|them|the two))?[.;]|never\b)/i;
    expect(idsOf(({ severity, adviceEn = '' }) => severity !== 'contraindicated' && forbids.test(adviceEn))).toEqual(
      [],
    );
  });
});
