import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../../../platform/signing/canonical-json.ts';
import { listReader, loadCuratedFormulary, ownCatalogue } from '../../catalogues/index.ts';
import { releaseContent } from '../curation/release-json.ts';
import { loadKnowledgeBase } from './knowledge/knowledge-base.ts';
import { shippedTables } from './knowledge/knowledge-tables.ts';
import { knowledgeOfRelease } from './knowledge/released-knowledge.ts';
import type { DraftItem, SafetyInput } from './safety-input.ts';
import { checkSafety } from './testing/check-safety.ts';
import { draftItem, safetyCase, taking } from './testing/safety-case.ts';

const healthy = safetyCase().patient;
const old = { ...healthy, ageMonths: 70 * 12 };
const woman = { ...healthy, sex: 'female', ageMonths: 30 * 12 } as const;
const daily = (productId: string, dose: string, times: number, durationDays: number | null): DraftItem => {
  const [value = '', unit = ''] = dose.split(' ');
  const timing = { frequency: times, period: 1, periodUnit: 'd', when: null } as const;
  return draftItem(productId, { dose: { value, unit }, timing, durationDays });
};
const found = (item: DraftItem, over: Partial<SafetyInput> = {}, knowledge = loadKnowledgeBase()) =>
  checkSafety(safetyCase({ items: [item], ...over }), knowledge).issues.map(
    ({ id, severity }) => `${severity} ${id.split(':').slice(0, 2).join(':')}`,
  );

describe('a course of metoclopramide', () => {
  const course = (days: number, jurisdiction?: string) =>
    found(daily('metoclopramide-10mg-tablet', '1 tablet', 3, days), jurisdiction === undefined ? {} : { jurisdiction });

  it.each([undefined, 'DE', 'GB', 'JP'])(
    'ends after five days where the country (%s) has no other label',
    (country) => {
      expect(course(5, country)).toEqual([]);
      expect(course(6, country)).toEqual(['serious dose:course-metoclopramide-days-6']);
    },
  );

  it.each(['US', 'CN'])('may last for weeks under the label of %s, which informs', (country) => {
    expect(course(5, country)).toEqual([]);
    expect(course(28, country)).toEqual(['minor dose:course-metoclopramide-label-days-28']);
    expect(course(85, country)).toContain('serious dose:course-metoclopramide-weeks-85');
  });
});

describe('a first dose or a first day', () => {
  it.each<[string, DraftItem]>([
    ['naproxen 750 mg', daily('naproxen-250mg-tablet', '3 tablet', 1, 2)],
    ['naproxen 1,250 mg a day', daily('naproxen-250mg-tablet', '1 tablet', 5, 2)],
    ['letrozole 7.5 mg', daily('letrozole-2.5mg-tablet', '3 tablet', 1, 28)],
    ['letrozole 2.5 mg twice a day', daily('letrozole-2.5mg-tablet', '1 tablet', 2, 28)],
    ['ornidazole 1.5 g', daily('ornidazole-250mg-capsule', '6 capsule', 1, 7)],
    ['chloroquine 750 mg a day', daily('chloroquine-250mg-tablet', '1 tablet', 3, 30)],
    ['hydroxychloroquine 600 mg a day', daily('hydroxychloroquine-100mg-tablet', '6 tablet', 1, 90)],
    ['mefloquine 1,250 mg', daily('mefloquine-250mg-tablet', '5 tablet', 1, 7)],
    ['retinol 200,000 IU', daily('retinol-25000iu-soft-capsule', '8 capsule', 1, 30)],
    ['retinol 50,000 IU twice a day', daily('retinol-25000iu-soft-capsule', '2 capsule', 2, 30)],
    ['artemether 160 mg a day', daily('artemether-20mg-lumefantrine-120mg-tablet', '4 tablet', 2, 7)],
  ])('of %s is not repeated for long', (_, item) => {
    const isLong = (ids: string[]) => ids.some((id) => id.includes('dose:course-'));
    expect(isLong(found(item))).toBe(true);
    expect(isLong(found({ ...item, durationDays: 1 }))).toBe(false);
  });

  it('of naproxen is followed by less, except under the label of the UK', () => {
    const long = (item: DraftItem, over = {}) => found(item, over).filter((id) => id.includes('dose:course-'));
    const timing = { frequency: 4, period: 1, periodUnit: 'd', when: null } as const;
    const after = { dose: { value: '1', unit: 'tablet' }, timing, days: 6 };
    const week = daily('naproxen-250mg-tablet', '1 tablet', 5, 7);
    expect(long(week)).toEqual(['moderate dose:course-naproxen-first-day-7']);
    expect(long({ ...week, steps: [after] })).toEqual([]);
    expect(long(week, { jurisdiction: 'GB' })).toEqual([]);
  });
});

describe('an NSAID in old age', () => {
  const naproxen = (days: number | null) => daily('naproxen-250mg-tablet', '1 tablet', 2, days);

  it('alerts when it is meant for long, or the patient takes it already', () => {
    expect(found(naproxen(14), { patient: old })).toEqual([]);
    expect(found(naproxen(15), { patient: old })).toEqual(['moderate age:nsaid-old']);
    expect(found(naproxen(null), { patient: old })).toContain('moderate age:nsaid-old');
    expect(found(naproxen(7), { patient: old, activeMedicines: [taking('naproxen')] })).toContain(
      'moderate age:nsaid-old',
    );
  });

  it.each([
    ['warfarin', 'serious interaction:warfarin-nsaid'],
    ['clopidogrel', 'moderate interaction:antiplatelet-nsaid'],
    ['prednisone', 'moderate interaction:corticosteroid-nsaid'],
  ])('alerts with %s at any length', (other, rule) => {
    expect(found(naproxen(3), { patient: old, activeMedicines: [taking(other)] })).toEqual([rule]);
  });

  it('alerts at any length when it is indometacin', () => {
    expect(found(daily('indometacin-25mg-ec-tablet', '1 tablet', 2, 3), { patient: old })).toContain(
      'serious age:beers-indometacin-ketorolac',
    );
  });
});

describe('oxymetazoline in pregnancy', () => {
  const spray = daily('oxymetazoline-0.5mg-per-ml-nasal-spray', '1 spray', 2, 3);
  const pregnant = { ...woman, pregnancy: 'pregnant', trimester: 2 } as const;

  it('is forbidden under the label of China, and a caution elsewhere', () => {
    const rule = 'contraindicated pregnancy:pregnancy-oxymetazoline';
    expect(found(spray, { patient: pregnant, jurisdiction: 'CN' })).toContain(rule);
    expect(found(spray, { patient: pregnant, jurisdiction: 'US' })).toEqual(['minor pregnancy:pregnancy-caution']);
    expect(found(spray, { patient: woman, jurisdiction: 'CN' })).toEqual([]);
  });

  it('that is not on record is asked for under the label of China', () => {
    const asked = (jurisdiction: string) =>
      checkSafety(
        safetyCase({ items: [spray], patient: { ...woman, pregnancy: 'unknown' }, jurisdiction }),
      ).notChecked.filter(({ check }) => check === 'pregnancy');
    expect(asked('CN')).toHaveLength(1);
    expect(asked('US')).toEqual([]);
  });
});

describe('levonorgestrel after breast cancer', () => {
  const row = { code: 'L1', zh: '本院左炔诺孕酮片', ingredients: '左炔诺孕酮 0.03 mg', control: 'rx', form: 'tablet' };
  const read = listReader.read({ ...row, routes: 'oral', unit: 'tablet' });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  const catalogue = ownCatalogue(loadCuratedFormulary(), { version: 'own', rows: [read.entry] }, []);
  const own = catalogue.products[0]?.id ?? '';
  const item = { ...daily('levonorgestrel-1.5mg-tablet', '1 tablet', 1, 28), productId: own };
  const rule = 'contraindicated condition:breast-cancer-levonorgestrel';

  it.each(['C50.9', 'Z85.3'])('is forbidden every day with %s, and allowed once', (code) => {
    const over = { patient: woman, conditionCodes: [code] };
    expect(found(item, { ...over, catalogue })).toContain(rule);
    expect(found({ ...item, durationDays: null }, { ...over, catalogue })).toContain(rule);
    expect(found(daily('levonorgestrel-1.5mg-tablet', '1 tablet', 1, 1), over)).toEqual([]);
  });
});

it('a release that was signed before rules had scopes applies them everywhere and at any length', () => {
  const { 'rule-scopes': scopes, ...before } = JSON.parse(releaseContent(shippedTables(), 'v', [])).tables;
  expect(scopes).not.toEqual([]);
  const set = { ...JSON.parse(releaseContent(shippedTables(), 'v', [])), tables: before };
  const knowledge = knowledgeOfRelease({
    content: canonicalJson(set),
    number: 1,
    sha256: 'f'.repeat(64),
    imported: null,
  });
  expect(found(daily('naproxen-250mg-tablet', '1 tablet', 2, 3), { patient: old }, knowledge)).toEqual([
    'moderate age:nsaid-old',
  ]);
});

it('every scope names one rule', () => {
  const tables = shippedTables();
  const named = ['age-rules', 'combined-rules', 'condition-rules', 'dose-courses'] as const;
  const ids = named.flatMap((name) => tables[name].map(({ row }) => row['id']));
  for (const { row } of tables['rule-scopes']) expect(ids.filter((id) => id === row['id'])).toHaveLength(1);
});
