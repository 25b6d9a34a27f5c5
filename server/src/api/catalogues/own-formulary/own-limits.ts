import { convertAmount } from '@yunzhen/shared/prescribing/dose/dose';
import { Decimal } from 'decimal.js';
import type { DoseLimits } from '../formulary/dose-limits.ts';
import type { Cells, Problems } from './own-problems.ts';
import type { OwnLimits } from './own-row.ts';
import { STRENGTH_UNITS, unitOf } from './own-terms.ts';

const amounts = [
  'adultPerDose',
  'adultPerDay',
  'childPerDosePerKg',
  'childPerDayPerKg',
  'childMaxPerDose',
  'childMaxPerDay',
] as const;
const MAX_MONTHS = 18 * 12;
const ORDERED = [
  ['adultPerDose', 'adultPerDay'],
  ['childPerDosePerKg', 'childPerDayPerKg'],
  ['childMaxPerDose', 'childMaxPerDay'],
  ['childMaxPerDose', 'adultPerDose'],
  ['childMaxPerDay', 'adultPerDay'],
] as const;

/** Reads the largest doses of a row; null without any. Rejects contradictions. */
export function limitsIn(cells: Cells, parts: number, problems: Problems): OwnLimits | null {
  const found = Object.fromEntries(amounts.map((name) => [name, cells.positive(name)])) as Record<
    (typeof amounts)[number],
    string | null
  >;
  const months = cells.raw('minAgeMonths');
  if (months !== '' && !(/^\d{1,3}$/.test(months) && Number(months) <= MAX_MONTHS))
    problems.refuse('minAgeMonths', `Expected months, 0 to ${MAX_MONTHS}.`, `应为0至${MAX_MONTHS}的月数。`);
  const stated = amounts.filter((name) => found[name] !== null);
  if (stated.length === 0 && months === '') return null;
  const unit = unitOf(cells.raw('doseUnit')) ?? (stated.length === 0 ? 'mg' : undefined);
  if (unit === undefined || !STRENGTH_UNITS.has(unit)) {
    problems.refuse('doseUnit', 'Expected the unit of the doses: mg, ug, g or IU.', '应填剂量单位：mg、ug、g或IU。');
    return null;
  }
  if (parts > 1 && stated.length > 0)
    problems.refuse(
      stated[0] ?? 'doseUnit',
      'Largest doses can be stated for medicines of one substance only.',
      '最大剂量仅适用于单一成分药品。',
    );
  for (const [less, more] of ORDERED) {
    const [small, large] = [found[less], found[more]];
    if (small !== null && large !== null && new Decimal(small).gt(large))
      problems.refuse(less, `Larger than ${more}.`, `大于${more}。`);
  }
  return { unit, ...found, minAgeMonths: months === '' ? null : Number(months) };
}

/**
 * Returns the stricter of built-in and hospital limits, figure by figure, so that a slip in a file never raises a limit. Converts the hospital's
 * figures to the built-in unit.
 */
export function stricterLimits(builtIn: DoseLimits | null, own: OwnLimits, base: DoseLimits): DoseLimits {
  if (!builtIn) return { ...base, ...own };
  const stricter = { ...builtIn };
  for (const name of amounts) stricter[name] = smaller(builtIn[name], inUnit(own, name, builtIn.unit));
  const ages = [builtIn.minAgeMonths, own.minAgeMonths].filter((age) => age !== null);
  return { ...stricter, minAgeMonths: ages.length > 0 ? Math.max(...ages) : null };
}

/** Returns the names of the figures that are higher in the hospital's row than in the built-in data. */
export function moreGenerous(builtIn: DoseLimits, own: OwnLimits): string[] {
  const larger = amounts.filter((name) => {
    const [here, there] = [builtIn[name], inUnit(own, name, builtIn.unit)];
    return here !== null && there !== null && new Decimal(there).gt(here);
  });
  const younger = own.minAgeMonths !== null && builtIn.minAgeMonths !== null && own.minAgeMonths < builtIn.minAgeMonths;
  return younger ? [...larger, 'minAgeMonths'] : larger;
}

/** Returns whether the hospital's unit can be converted to the built-in one: mg and g can, mg and IU cannot. */
export function sameDimension(builtIn: DoseLimits, own: OwnLimits): boolean {
  return convertAmount({ value: '1', unit: own.unit }, builtIn.unit) !== undefined;
}

function inUnit(own: OwnLimits, name: (typeof amounts)[number], unit: string): string | null {
  const value = own[name];
  return value === null ? null : (convertAmount({ value, unit: own.unit }, unit)?.toFixed() ?? null);
}

function smaller(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return Decimal.min(one, other).toFixed();
}
