import { describe, expect, it } from 'vitest';
import {
  loadCuratedFormulary,
  type Formulary,
  ownCatalogue,
  listReader,
  type MedicineProduct,
} from '../../catalogues/index.ts';
import { substitutesFor } from './substitution.ts';

/** Returns a formulary with several makers for each swallowed form, and for the forms without substitutes. */
function manyMakers(): Formulary {
  const forms = [
    'tablet',
    'capsule',
    'dispersible-tablet',
    'ec-tablet',
    'er-tablet',
    'er-capsule',
    'oral-solution',
    'syrup',
    'suspension',
  ];
  const rows = forms.flatMap((form, at) =>
    ['250', '500'].flatMap((value) =>
      ['1', '2'].map((maker) => {
        const liquid = at > 5;
        const unit = liquid ? 'mL' : form.endsWith('capsule') ? 'capsule' : 'tablet';
        const ingredients = `amoxicillin ${value} mg${liquid ? '/mL' : ''}`;
        const row = {
          code: `${form}-${value}-${maker}`,
          zh: '阿莫西林',
          ingredients,
          form,
          routes: 'oral',
          unit,
          control: 'antibiotic',
        };
        const read = listReader.read(row);
        if ('problems' in read) throw new Error(JSON.stringify(read.problems));
        return read.entry;
      }),
    ),
  );
  return ownCatalogue(loadCuratedFormulary(), { version: 'own-1', rows }, []);
}

const formulary = manyMakers();
const pairs = formulary.products.flatMap((one) =>
  substitutesFor(formulary, one.id).map((other): [MedicineProduct, MedicineProduct] => [one, other]),
);
const ownRelease = [
  'ec-tablet',
  'er-tablet',
  'ec-capsule',
  'er-capsule',
  'sl-tablet',
  'patch',
  'inhaler',
  'inhaler-powder',
  'injection',
  'pen',
];

describe('substitutesFor', () => {
  it('finds substitutes for some products, so that the other tests compare something', () => {
    expect(pairs.length).toBeGreaterThan(20);
  });

  it('is symmetric', () => {
    for (const [one, other] of pairs)
      expect(
        substitutesFor(formulary, other.id).map(({ id }) => id),
        `${one.id} for ${other.id}`,
      ).toContain(one.id);
  });

  it('requires the same substances, strengths, control class and a shared route', () => {
    const held = ({ ingredients }: MedicineProduct) =>
      ingredients
        .map(({ ingredient, strength }) => `${ingredient.id} ${strength.value} ${strength.unit}/${strength.per}`)
        .toSorted();
    for (const [one, other] of pairs) {
      expect(held(other), one.id).toEqual(held(one));
      expect(other.controlClass, one.id).toBe(one.controlClass);
      expect(
        other.routes.some((route) => one.routes.includes(route)),
        one.id,
      ).toBe(true);
    }
  });

  it('never changes the release or the route into the body', () => {
    for (const [one, other] of pairs)
      if (ownRelease.includes(one.form) || ownRelease.includes(other.form)) expect(other.form, one.id).toBe(one.form);
  });

  it('allows another maker of the same form, and a capsule for a tablet', () => {
    const formsFor = (code: string) => {
      const found = formulary.products.find(({ id }) => id.startsWith(`own-${code}-`));
      return substitutesFor(formulary, found?.id ?? '')
        .map(({ form }) => form)
        .toSorted();
    };
    expect(formsFor('er-tablet-250-1')).toEqual(['er-tablet']);
    expect(formsFor('suspension-250-1')).toEqual(['suspension']);
    expect(formsFor('tablet-250-1')).toEqual([
      'capsule',
      'capsule',
      'dispersible-tablet',
      'dispersible-tablet',
      'tablet',
    ]);
    expect(formsFor('syrup-500-1')).toEqual(['oral-solution', 'oral-solution', 'syrup']);
  });

  it('returns nothing for unknown substances, and the curated medicines contain no duplicates', () => {
    const curated = loadCuratedFormulary();
    expect(
      curated.products.flatMap(({ id }) => substitutesFor(curated, id).map((other) => `${id} ${other.id}`)),
    ).toEqual([]);
  });

  it('returns nothing for an unknown product', () => {
    expect(substitutesFor(formulary, 'imaginary')).toEqual([]);
  });
});
