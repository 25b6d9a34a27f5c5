import { ingredientInDose } from '@yunzhen/shared/prescribing/dose/dose';
import { describe, expect, it } from 'vitest';
import { isLocalRoute } from './sides.ts';
import { loadCuratedFormulary, type DoseLimits, type MedicineProduct } from '../../catalogues/index.ts';

const { products, ingredients } = loadCuratedFormulary();
const limits = [...new Set(products.flatMap((product) => product.ingredients.flatMap((part) => part.limits ?? [])))];
const systemic = products.filter(({ routes }) => !isLocalRoute(routes[0] ?? 'oral'));
/** Returns the ids of the rows that break a requirement, so that a failure names them. */
const breaking = <Row>(rows: readonly Row[], nameOf: (row: Row) => string, breaks: (row: Row) => boolean) =>
  rows.filter(breaks).map(nameOf);
const idOf = ({ id }: { id: string }) => id;
const limitOf = ({ ingredient, route, form }: DoseLimits) => `${ingredient} ${route} ${form ?? ''}`.trim();
const substances = ({ ingredients: parts }: MedicineProduct) =>
  parts
    .map(({ ingredient }) => ingredient.id)
    .toSorted()
    .join('+');

describe('every product', () => {
  it('has a dose that can be converted to the unit of its limits', () => {
    const broken = systemic.flatMap((product) =>
      product.ingredients.flatMap(({ ingredient, strength, limits: most }) => {
        if (!most) return [];
        const unit = strength.per === 'unit' ? product.unit : strength.per;
        return ingredientInDose({ value: '1', unit }, product.unit, strength, most.unit)
          ? []
          : `${product.id} ${ingredient.id}`;
      }),
    );
    expect(broken).toEqual([]);
  });

  it('contains in one unit no more than an adult’s maximum single dose', () => {
    const broken = systemic.flatMap((product) =>
      product.ingredients.flatMap(({ strength, limits: most }) => {
        if (!most?.adultPerDose || strength.per !== 'unit' || ['pen', 'bottle', 'vial'].includes(product.unit))
          return [];
        const one = ingredientInDose({ value: '1', unit: product.unit }, product.unit, strength, most.unit);
        return one?.gt(most.adultPerDose) ? product.id : [];
      }),
    );
    expect(broken).toEqual([]);
  });

  it('shares its full ATC code only with products of the same substances', () => {
    const full = products.filter(({ atc }) => atc.length === 7);
    const bySense = Map.groupBy(full, ({ atc }) => atc);
    const broken = [...bySense].flatMap(([atc, group]) => (new Set(group.map(substances)).size > 1 ? atc : []));
    expect(broken).toEqual([]);
  });

  it('with one substance has an ATC code of at least level 4', () => {
    const single = products.filter(({ ingredients: parts }) => parts.length === 1);
    expect(breaking(single, idOf, ({ atc }) => atc.length < 5 || !/^[ABCDGHJLMNPRSV]/.test(atc))).toEqual([]);
  });

  it.each<[string, RegExp, readonly string[]]>([
    ['systemic antibiotics', /^J01/, ['antibiotic']],
    ['opioids', /^(N02A|R05DA04)/, ['narcotic', 'psychotropic', 'special']],
    ['benzodiazepines and hypnotics', /^(N05BA|N05C[DF]|N03AE01)/, ['psychotropic']],
    ['barbiturates', /^N03AA02/, ['psychotropic']],
    ['stimulants', /^N06BA0[1-47]/, ['psychotropic', 'narcotic']],
  ])('among %s has the right control class', (_, group, classes) => {
    const members = products.filter(({ atc }) => group.test(atc));
    expect(members.length).toBeGreaterThan(0);
    expect(breaking(members, idOf, ({ controlClass }) => !classes.includes(controlClass))).toEqual([]);
  });

  it('names a source, and a note when its confidence is low', () => {
    const rows = [...products, ...ingredients, ...limits.map((row) => ({ ...row, id: limitOf(row) }))];
    expect(breaking(rows, idOf, ({ source }) => source.trim() === '')).toEqual([]);
    expect(breaking(rows, idOf, ({ confidence, note }) => confidence === 'check' && note.trim() === '')).toEqual([]);
  });

  it('that is swallowed or injected subcutaneously has maximum doses, or a row that explains their absence', () => {
    const swallowed = products.filter(({ routes }) => routes[0] === 'oral' || routes[0] === 'subcutaneous');
    const broken = breaking(swallowed, idOf, ({ ingredients: parts }) => parts.some(({ limits: most }) => !most));
    expect(broken).toEqual([]);
  });
});

describe('every dose limit', () => {
  const pairs = [
    ['adultPerDose', 'adultPerDay'],
    ['childPerDosePerKg', 'childPerDayPerKg'],
    ['childMaxPerDose', 'childMaxPerDay'],
    ['childMaxPerDose', 'adultPerDose'],
    ['childMaxPerDay', 'adultPerDay'],
  ] as const;
  it.each(pairs)('has a %s no larger than its %s', (less, more) => {
    const both = limits.filter((row) => row[less] !== null && row[more] !== null);
    expect(both.length).toBeGreaterThan(20);
    expect(breaking(both, limitOf, (row) => Number(row[less]) > Number(row[more]))).toEqual([]);
  });

  it('has a maximum for adults, and is never zero', () => {
    expect(breaking(limits, limitOf, (row) => row.adultPerDay === null && row.adultPerWeek === null)).toEqual([]);
    expect(
      breaking(limits, limitOf, (row) => Object.values(row).some((value) => value === '0' || value === '0.0')),
    ).toEqual([]);
  });

  it('for children under twelve has a figure, or is marked for completion', () => {
    const young = limits.filter(({ minAgeMonths }) => (minAgeMonths ?? 0) < 144);
    const figures = (row: DoseLimits) =>
      [row.childPerDosePerKg, row.childPerDayPerKg, row.childMaxPerDose, row.childMaxPerDay].some(
        (one) => one !== null,
      );
    expect(young.length).toBeGreaterThan(100);
    expect(breaking(young, limitOf, (row) => !figures(row) && row.confidence === 'sure')).toEqual([]);
  });

  it('by weight also has an absolute maximum', () => {
    const byWeight = limits.filter((row) => row.childPerDosePerKg !== null || row.childPerDayPerKg !== null);
    const bounded = (row: DoseLimits) => row.childMaxPerDose !== null || row.childMaxPerDay !== null;
    expect(breaking(byWeight, limitOf, (row) => !bounded(row) && row.confidence === 'sure')).toEqual([]);
  });
});

describe('every ingredient', () => {
  it('has a unique name in both languages', () => {
    expect(
      breaking(ingredients, idOf, ({ zh, en }) => !/\p{Script=Han}/u.test(zh) || !/^[\w\s'(),-]+$/.test(en)),
    ).toEqual([]);
    for (const of of ['en', 'zh'] as const) {
      const twice = [...Map.groupBy(ingredients, (one) => one[of].toLowerCase())].filter(([, same]) => same.length > 1);
      expect(twice.map(([name]) => name)).toEqual([]);
    }
  });

  it('has an ATC code of its own, except for fixed combinations with one code', () => {
    const together = new Set(['levodopa', 'benserazide']);
    const full = ingredients.filter(({ id, atc }) => atc.length === 7 && !together.has(id));
    const shared = [...Map.groupBy(full, ({ atc }) => atc)].filter(([, same]) => same.length > 1);
    expect(shared.map(([atc]) => atc)).toEqual([]);
  });

  it.each<[string, RegExp]>([
    ['penicillin', /^J01C[AEFG]/],
    ['cephalosporin', /^J01D[BCDE]/],
    ['carbapenem', /^J01DH/],
    ['sulfonamide-antibiotic', /^J01E[BCDE]/],
    ['macrolide', /^J01FA/],
    ['fluoroquinolone', /^J01MA/],
    ['tetracyclines', /^J01AA/],
    ['aminoglycoside', /^J01GB/],
    ['nsaid', /^(M01A[BCEG]|N02BA)/],
    ['coxib', /^M01AH/],
    ['sulfonylurea', /^A10BB/],
    ['statin', /^C10AA/],
    ['ace-inhibitor', /^C09AA/],
    ['opioid', /^N02A/],
    ['benzodiazepine', /^N05BA/],
    ['insulin', /^A10A/],
    ['nitrate', /^C01DA/],
  ])('of its ATC group belongs to the allergen class %s', (name, group) => {
    const members = ingredients.filter(({ atc }) => group.test(atc));
    expect(members.length).toBeGreaterThan(0);
    expect(breaking(members, idOf, ({ allergenClasses }) => !allergenClasses.includes(name))).toEqual([]);
  });

  it.each<[string, RegExp]>([
    ['ACE inhibitors and sartans', /^C09[AC]/],
    ['statins', /^C10AA/],
    ['oral retinoids', /^D(05BB|10BA)/],
    ['5-alpha-reductase inhibitors', /^G04CB/],
    ['vitamin K antagonists', /^B01AA/],
    ['antimetabolites and leflunomide', /^(L01BA|L04AX03|L04AK01|L04AA13)/],
    ['valproate and topiramate', /^N03A(G01|X11)/],
    ['androgens', /^G03B/],
  ])('among %s is contraindicated in pregnancy', (_, group) => {
    const members = ingredients.filter(({ atc }) => group.test(atc));
    expect(members.length).toBeGreaterThan(0);
    expect(breaking(members, idOf, ({ pregnancy }) => pregnancy !== 'contraindicated')).toEqual([]);
  });

  it.each<[string, RegExp]>([
    ['non-steroidal anti-inflammatory drugs', /^(M01A[BCEGH]|N02BA)/],
    ['tetracyclines', /^J01AA/],
    ['fluoroquinolones', /^J01MA/],
    ['older antiepileptics and lithium', /^N0(3AA|3AB|3AF01|5AN)/],
    ['opioids for cough', /^R05DA04/],
  ])('among %s is to be avoided at some stage of pregnancy', (_, group) => {
    const members = ingredients.filter(({ atc }) => group.test(atc));
    expect(members.length).toBeGreaterThan(0);
    expect(breaking(members, idOf, ({ pregnancy }) => !/^(avoid|contra)/.test(pregnancy))).toEqual([]);
  });

  it('with inherent harm is to be avoided while breast-feeding', () => {
    const harmful = [
      'methotrexate',
      'isotretinoin',
      'acitretin',
      'lithium',
      'amiodarone',
      'codeine',
      'tramadol',
      'leflunomide',
    ];
    const found = ingredients.filter(({ id }) => harmful.includes(id));
    expect(found).toHaveLength(harmful.length);
    expect(breaking(found, idOf, ({ lactation }) => !/^(avoid|contra)/.test(lactation))).toEqual([]);
  });
});
