import { Decimal } from 'decimal.js';
import { observationFacts, type ObservationKind } from '@yunzhen/shared/chart/observation';

// Separate from the facts, which pages without calculations also import.

const diastolicLimits = { refuse: [15, 200], ask: [40, 120] } as const;

/** Factors from mg/dL to the first unit, from molar masses 180.16 g/mol (glucose) and 113.12 g/mol (creatinine). */
const fromMgPerDl: Partial<Record<ObservationKind, string>> = { glucose: '0.0555', creatinine: '88.4' };

/** Converts the value to the first unit of its kind. */
export function inFirstUnit(kind: ObservationKind, value: string, unit: string): Decimal {
  const factor = unit === 'mg/dL' ? fromMgPerDl[kind] : undefined;
  return new Decimal(value).times(factor ?? 1);
}

/** Limits for children, whose weight and height differ too much from adults: completed years up to, then limits. */
const childLimits: readonly (readonly [
  years: number,
  weight: readonly [number, number],
  height: readonly [number, number],
])[] = [
  [0, [1.5, 15], [35, 90]],
  [2, [6, 25], [60, 115]],
  [5, [9, 40], [80, 135]],
  [11, [13, 90], [100, 180]],
  [17, [25, 160], [120, 210]],
];

export interface MeasuredValue {
  readonly kind: ObservationKind;
  readonly value: string;
  readonly diastolic: string | null;
  readonly unit: string;
}

/** Returns whether a value can be accepted, should be confirmed, or can't be true. The age is in completed years, null when unknown. */
export function plausibilityOf(measured: MeasuredValue, ageYears: number | null): 'plausible' | 'ask' | 'refuse' {
  const facts = observationFacts[measured.kind];
  const value = inFirstUnit(measured.kind, measured.value, measured.unit);
  if (!facts.units.includes(measured.unit) || !within(value, facts.refuse)) return 'refuse';
  const band = ageYears === null ? undefined : childLimits.find(([years]) => ageYears <= years);
  const ask = measured.kind === 'body-weight' ? band?.[1] : measured.kind === 'body-height' ? band?.[2] : undefined;
  let verdict: 'plausible' | 'ask' = within(value, ask ?? askLimits(measured.kind, ageYears)) ? 'plausible' : 'ask';
  if (measured.kind === 'blood-pressure') {
    if (measured.diastolic === null) return 'refuse';
    const diastolic = new Decimal(measured.diastolic);
    if (!within(diastolic, diastolicLimits.refuse) || diastolic.gte(value)) return 'refuse';
    if (!within(diastolic, diastolicLimits.ask)) verdict = 'ask';
  } else if (measured.diastolic !== null) return 'refuse';
  return verdict;
}

/** Returns the limits for a confirmation. Small children have a faster heart rate and lower blood pressure. */
function askLimits(kind: ObservationKind, ageYears: number | null): readonly [number, number] {
  if (ageYears !== null && ageYears < 6 && kind === 'heart-rate') return [60, 200];
  if (ageYears !== null && ageYears < 12 && kind === 'blood-pressure') return [60, 150];
  return observationFacts[kind].ask;
}

function within(value: Decimal, [from, to]: readonly [number, number]): boolean {
  return value.gte(from) && value.lte(to);
}
