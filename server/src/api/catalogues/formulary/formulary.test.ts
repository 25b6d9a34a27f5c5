import { dosesOnFullestDay } from '@yunzhen/shared/prescribing/dose/course';
import { doseUnitsOf } from '@yunzhen/shared/prescribing/dose/dose-units';
import { ingredientInDose } from '@yunzhen/shared/prescribing/dose/dose';
import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../../platform/csv/read-csv.ts';
import { loadCuratedFormulary } from './curated-formulary.ts';
import { doseLimitsRowSchema } from './dose-limits.ts';
import { buildFormulary } from './formulary.ts';
import { ingredientRowSchema } from './ingredient.ts';
import { ingredientNames, productRowSchema, strengthText } from './product.ts';
import { parseUsualSig } from './usual-sig.ts';

const ingredientHeader =
  'id,en,zh,synonyms,pinyin,atc,allergenClasses,pregnancy,lactation,renal,hepatic,source,confidence,note';
const limitsHeader =
  'ingredient,route,form,unit,adultPerDose,adultPerDay,adultPerWeek,childPerDosePerKg,childPerDayPerKg,childMaxPerDose,childMaxPerDay,minAgeMonths,source,confidence,note';
const productHeader =
  'id,en,zh,synonyms,pinyin,atc,ingredients,form,routes,unit,packSize,controlClass,usualSigs,common,source,confidence,note';
const ingredientLine =
  'amoxicillin,Amoxicillin,阿莫西林,,,J01CA04,penicillin,compatible,compatible,reduce<30,none,A label 2020,sure,';
const limitsLine = 'amoxicillin,oral,,mg,1000,3000,,45,90,1000,3000,0,A label 2020,sure,';
const productLine =
  'amoxicillin-500mg-capsule,Amoxicillin capsule,阿莫西林胶囊,,,J01CA04,amoxicillin 500 mg,capsule,oral,capsule,24,antibiotic,1 capsule 3/1d 7d,yes,A label 2020,sure,';

function build(ingredients: string[], limits: string[], products: string[]) {
  return buildFormulary('test', {
    ingredients: [
      { file: 'i.csv', rows: parseCsv('i.csv', [ingredientHeader, ...ingredients].join('\n'), ingredientRowSchema) },
    ],
    doseLimits: [{ file: 'd.csv', rows: parseCsv('d.csv', [limitsHeader, ...limits].join('\n'), doseLimitsRowSchema) }],
    products: [{ file: 'p.csv', rows: parseCsv('p.csv', [productHeader, ...products].join('\n'), productRowSchema) }],
  });
}

describe('buildFormulary', () => {
  it('joins ingredient, limits and product', () => {
    const product = build([ingredientLine], [limitsLine], [productLine]).product('amoxicillin-500mg-capsule');
    expect(product?.ingredients[0]).toMatchObject({
      ingredient: { id: 'amoxicillin', allergenClasses: ['penicillin'], renal: [{ action: 'reduce', belowEgfr: 30 }] },
      strength: { value: '500', unit: 'mg', per: 'unit' },
      limits: { adultPerDay: '3000', minAgeMonths: 0 },
    });
    expect(product?.usualSigs).toEqual([
      {
        dose: { value: '1', unit: 'capsule' },
        timing: { frequency: 3, period: 1, periodUnit: 'd', when: null },
        durationDays: 7,
        asNeeded: null,
      },
    ]);
  });

  it('prefers limits of one form to those of all forms', () => {
    const nebuliser = limitsLine.replace('oral,,mg,1000', 'oral,capsule,mg,750');
    expect(
      build([ingredientLine], [limitsLine, nebuliser], [productLine]).products[0]?.ingredients[0]?.limits,
    ).toMatchObject({
      adultPerDose: '750',
    });
  });

  it('has no limits where the data have none', () => {
    expect(build([ingredientLine], [], [productLine]).products[0]?.ingredients[0]?.limits).toBeNull();
  });

  it.each([
    ['an unknown ingredient of a product', [], [], [productLine], /^p\.csv:2: ingredients: amoxicillin is unknown/],
    ['limits of an unknown ingredient', [], [limitsLine], [], /^d\.csv:2: ingredient: amoxicillin is unknown/],
    ['an ingredient twice', [ingredientLine, ingredientLine], [], [], /^i\.csv:3: amoxicillin appears twice/],
    [
      'a product twice',
      [ingredientLine],
      [],
      [productLine, productLine],
      /^p\.csv:3: amoxicillin-500mg-capsule appears twice/,
    ],
    ['doubt without a reason', [ingredientLine.replace('sure', 'check')], [], [], /^i\.csv:2: note/],
    ['an invalid strength', [ingredientLine], [], [productLine.replace('500 mg', 'strong')], /^p\.csv:2: ingredients/],
    ['an unknown unit', [ingredientLine], [], [productLine.replace(',capsule,24', ',ladle,24')], /^p\.csv:2: unit/],
    ['an invalid sig', [ingredientLine], [], [productLine.replace('3/1d', 'tid')], /^p\.csv:2: usualSigs/],
    ['a negative dose', [ingredientLine], [limitsLine.replace('1000', '-1000')], [], /^d\.csv:2: adultPerDose/],
    ['an invalid kidney rule', [ingredientLine.replace('reduce<30', 'less')], [], [], /^i\.csv:2: renal/],
  ])('rejects %s', (_, ingredients, limits, products, message) => {
    expect(() => build(ingredients, limits, products)).toThrow(message);
  });
});

describe('parseUsualSig', () => {
  it('reads time of day and as-needed use', () => {
    expect(parseUsualSig('0.5 tablet 1/8h after-meal 3d prn')).toMatchObject({
      dose: { value: '0.5' },
      timing: { frequency: 1, period: 8, periodUnit: 'h', when: 'after-meal' },
      asNeeded: { reason: null, maxPerDay: null, minHoursBetween: null },
    });
  });

  it('reads indication and maximum a day, a common indication in both languages', () => {
    expect(parseUsualSig('1 tablet 1/6h 3d prn fever or pain max4')?.asNeeded).toEqual({
      reason: { en: 'fever or pain', zh: '发热或疼痛' },
      maxPerDay: 4,
      minHoursBetween: null,
    });
    expect(parseUsualSig('1 tablet 3/1d 3d prn cough max3 min6h')?.asNeeded).toMatchObject({
      reason: { en: 'cough' },
      maxPerDay: 3,
      minHoursBetween: 6,
    });
    expect(parseUsualSig('1 tablet 1/6h 3d prn hiccups max2')?.asNeeded?.reason).toEqual({
      en: 'hiccups',
      zh: 'hiccups',
    });
  });

  it.each([
    '',
    '1 tablet',
    '1 tablet 2/1d',
    '1 ladle 2/1d 7d',
    '1 tablet 2/1d sometimes 7d',
    '-1 tablet 2/1d 7d',
    '1 tablet 2/1d 7d prn pain',
    '1 tablet 2/1d 7d prn pain max0',
    '1 tablet 2/1d 7d prn pain max25',
    '1 tablet 2/1d 7d prn pain max2 min0h',
    '1 tablet 2/1d 7d prn pain max2 min73h',
  ])('rejects %j', (text) => {
    expect(parseUsualSig(text)).toBeUndefined();
  });
});

describe('curated formulary', () => {
  const formulary = loadCuratedFormulary();

  it('is read once and frozen', () => {
    expect(loadCuratedFormulary()).toBe(formulary);
    expect(Object.isFrozen(formulary.products) && Object.isFrozen(formulary.products[0])).toBe(true);
  });

  it('gives every product both names, pinyin, a strength, and a unit that its sigs use or a reason to differ', () => {
    for (const product of formulary.products) {
      expect(product.name.zh, product.id).toMatch(/\p{Script=Han}/u);
      expect(product.pinyin, product.id).not.toEqual([]);
      expect(strengthText(product), product.id).toMatch(/^\d/);
      expect(ingredientNames(product).en, product.id).not.toBe('');
      for (const sig of product.usualSigs) {
        const countable = product.unit !== 'tube' && product.unit !== 'bottle' && product.unit !== 'pen';
        if (countable) expect(sig.dose.unit, product.id).toBe(product.unit);
      }
    }
  });

  it('offers usual sigs only in dose units that the product allows', () => {
    for (const product of formulary.products) {
      const perMl = product.ingredients.some(({ strength }) => strength.per === 'mL');
      const units: readonly string[] = doseUnitsOf({ unit: product.unit, perMl });
      for (const sig of product.usualSigs) expect(units, product.id).toContain(sig.dose.unit);
    }
  });

  it('offers every as-needed sig with an indication in both languages and a maximum that its frequency reaches', () => {
    for (const { id, usualSigs } of formulary.products)
      for (const { timing, asNeeded } of usualSigs)
        if (asNeeded) {
          expect(asNeeded.reason?.zh, id).toMatch(/\p{Script=Han}/u);
          expect(asNeeded.maxPerDay, id).toBe(dosesOnFullestDay(timing, null).toNumber());
        }
  });

  it('states an interval with every as-needed sig against fever: a maximum a day alone lets doses follow at once', () => {
    for (const { id, usualSigs } of formulary.products)
      for (const { timing, asNeeded } of usualSigs)
        if (asNeeded?.reason?.en === 'fever') expect(timing.periodUnit, id).toBe('h');
  });

  it('offers no usual sig above the limits of its ingredients', () => {
    for (const product of formulary.products) {
      for (const { strength, limits } of product.ingredients) {
        for (const sig of limits ? product.usualSigs : []) {
          const dose = ingredientInDose(sig.dose, product.unit, strength, limits?.unit ?? '');
          const inADay = dose?.times(dosesOnFullestDay(sig.timing, null));
          if (limits?.adultPerDose)
            expect(dose?.toNumber(), product.id).toBeLessThanOrEqual(Number(limits.adultPerDose));
          if (limits?.adultPerDay)
            expect(inADay?.toNumber(), product.id).toBeLessThanOrEqual(Number(limits.adultPerDay));
        }
      }
    }
  });

  it('covers what is prescribed in remote care', () => {
    expect(formulary.products.length).toBeGreaterThanOrEqual(400);
  });

  it('has child limits within adult limits', () => {
    for (const limits of formulary.products.flatMap((product) =>
      product.ingredients.flatMap((part) => part.limits ?? []),
    )) {
      const name = `${limits.ingredient} ${limits.route}`;
      if (limits.childMaxPerDay && limits.adultPerDay) {
        expect(Number(limits.childMaxPerDay), name).toBeLessThanOrEqual(Number(limits.adultPerDay));
      }
      if (limits.adultPerDose && limits.adultPerDay) {
        expect(Number(limits.adultPerDose), name).toBeLessThanOrEqual(Number(limits.adultPerDay));
      }
    }
  });
});
