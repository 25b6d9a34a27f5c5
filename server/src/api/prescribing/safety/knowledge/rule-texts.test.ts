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

  it('forbids something only where it cannot be overridden, in every table', () => {
    const every = Object.values(shippedTables()).flatMap((table) => table.map(({ row }) => row));
    const graded = every.filter(({ severity, adviceEn }) => severity !== undefined && adviceEn !== undefined);
    const wrong = graded.filter(
      ({ severity, mechanismEn, adviceEn, mechanismZh, adviceZh }) =>
        severity !== 'contraindicated' &&
        (/\bdo not (?:use|combine)\b|^never\b/i.test(`${adviceEn}\n${mechanismEn}`) ||
          /禁用|禁止|不得/.test(`${mechanismZh}${adviceZh}`)),
    );
    expect(graded.length).toBeGreaterThan(rows.length);
    expect(wrong.map(({ id, from, to }) => id ?? `${from} ${to}`)).toEqual([]);
  });

  it('names serotonin syndrome in both languages', () => {
    const one = (text = '') => /serotonin syndrome/i.test(text);
    const other = (text = '') => text.includes('5-羟色胺综合征');
    expect(idsOf(({ mechanismEn, mechanismZh }) => one(mechanismEn) !== other(mechanismZh))).toEqual([]);
  });

  it.each([
    ['osteoporosis-steroid', 'levothyroxine'],
    ['thyrotoxicosis-decongestant', 'amiodarone'],
    ['folate-sulfasalazine', 'trimethoprim'],
    ['probenecid-famotidine', 'pyrazinamide'],
    ['desmopressin-loop', 'prednisone'],
    ['isoniazid-paracetamol', 'disulfiram'],
  ])('of %s does not cover %s, which has a rule with advice of its own', (id, medicine) => {
    const named = (row: (typeof rows)[number] | undefined) =>
      `${row?.['medicines']}|${row?.['a']}|${row?.['b']}`.split('|').includes(medicine);
    expect(named(rows.find((row) => row['id'] === id))).toBe(false);
    expect(rows.some((row) => row['id'] !== id && named(row))).toBe(true);
  });

  it('advises azithromycin only with a word on the QT interval', () => {
    const advised = rows.filter(
      ({ a = '', b = '', adviceEn = '' }) => /azithromycin/i.test(adviceEn) && !`${a}|${b}`.includes('azithromycin'),
    );
    expect(advised.length).toBeGreaterThan(3);
    expect(advised.filter(({ adviceEn = '', adviceZh = '' }) => !/QT/.test(adviceEn) || !/QT/.test(adviceZh))).toEqual(
      [],
    );
  });

  it('advises on hormone replacement and on ketones as the medicines need it', () => {
    const advice = (id: string) => rows.find((row) => row['id'] === id)?.['adviceEn'];
    expect(advice('osteoporosis-levothyroxine')).toContain('TSH');
    expect(advice('acidosis-sglt2')).toContain('ketones');
    expect(advice('tranexamic-contraceptive')).not.toMatch(/pill/);
  });
});
