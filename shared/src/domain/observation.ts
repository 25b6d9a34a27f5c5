import { Decimal } from 'decimal.js';

/**
 * What can be measured and kept in a chart (FHIR Observation). Codes are LOINC; units are UCUM, the first is the one that
 * is offered. `refuse` bounds what a living person can have, `ask` what is unusual enough to ask whether it was typed
 * right; both in the first unit. The limits are guards against slips of the keyboard, not norms of health: chosen by the
 * project, `check` by a clinician is open.
 */
export interface ObservationKindFacts {
  readonly loinc: string;
  readonly units: readonly string[];
  /** Digits after the point that make sense. */
  readonly decimals: number;
  readonly refuse: readonly [number, number];
  readonly ask: readonly [number, number];
}

export const observationKinds = [
  'body-weight',
  'body-height',
  'blood-pressure',
  'heart-rate',
  'body-temperature',
  'oxygen-saturation',
  'glucose',
  'creatinine',
  'egfr',
] as const;
export type ObservationKind = (typeof observationKinds)[number];

export const observationUnits = [
  'kg',
  'cm',
  'mm[Hg]',
  '/min',
  'Cel',
  '%',
  'mmol/L',
  'mg/dL',
  'umol/L',
  'mL/min/{1.73_m2}',
] as const;
export type ObservationUnit = (typeof observationUnits)[number];

export const observationFacts: Readonly<Record<ObservationKind, ObservationKindFacts>> = {
  'body-weight': { loinc: '29463-7', units: ['kg'], decimals: 2, refuse: [0.3, 500], ask: [30, 200] },
  'body-height': { loinc: '8302-2', units: ['cm'], decimals: 1, refuse: [20, 260], ask: [130, 210] },
  // Systolic; the diastolic part has limits of its own below. 85354-9 is the panel of 8480-6 and 8462-4.
  'blood-pressure': { loinc: '85354-9', units: ['mm[Hg]'], decimals: 0, refuse: [40, 300], ask: [80, 200] },
  'heart-rate': { loinc: '8867-4', units: ['/min'], decimals: 0, refuse: [15, 350], ask: [40, 150] },
  'body-temperature': { loinc: '8310-5', units: ['Cel'], decimals: 1, refuse: [25, 45], ask: [34.5, 41] },
  'oxygen-saturation': { loinc: '59408-5', units: ['%'], decimals: 0, refuse: [30, 100], ask: [88, 100] },
  glucose: { loinc: '15074-8', units: ['mmol/L', 'mg/dL'], decimals: 1, refuse: [0.5, 100], ask: [3, 25] },
  creatinine: { loinc: '14682-9', units: ['umol/L', 'mg/dL'], decimals: 2, refuse: [5, 3000], ask: [20, 600] },
  egfr: { loinc: '98979-8', units: ['mL/min/{1.73_m2}'], decimals: 0, refuse: [1, 200], ask: [15, 140] },
};

/** LOINC 8480-6 and 8462-4. */
export const bloodPressureParts = { systolic: '8480-6', diastolic: '8462-4' } as const;
const diastolicLimits = { refuse: [15, 200], ask: [40, 120] } as const;

/** LOINC 82810-3, 11778-8 and 63895-7: a statement on pregnancy, the expected day of delivery, breast-feeding. */
export const pregnancyCodes = { status: '82810-3', dueDate: '11778-8', breastFeeding: '63895-7' } as const;

/** Molar masses 180.16 g/mol (glucose) and 113.12 g/mol (creatinine): mg/dL times this is the first unit. */
const fromMgPerDl: Partial<Record<ObservationKind, string>> = { glucose: '0.0555', creatinine: '88.4' };

/** The value in the first unit of its kind. */
export function inFirstUnit(kind: ObservationKind, value: string, unit: string): Decimal {
  const factor = unit === 'mg/dL' ? fromMgPerDl[kind] : undefined;
  return new Decimal(value).times(factor ?? 1);
}

/** What children weigh and measure differs too much from adults to share limits: completed years up to, then limits. */
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

/**
 * Whether a value can be taken as it is, should be asked about, or can't be true. The age is in completed years, null
 * when it isn't known.
 */
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

/** Small children's hearts beat faster and their pressure is lower: no question is asked for what is usual at their age. */
function askLimits(kind: ObservationKind, ageYears: number | null): readonly [number, number] {
  if (ageYears !== null && ageYears < 6 && kind === 'heart-rate') return [60, 200];
  if (ageYears !== null && ageYears < 12 && kind === 'blood-pressure') return [60, 150];
  return observationFacts[kind].ask;
}

function within(value: Decimal, [from, to]: readonly [number, number]): boolean {
  return value.gte(from) && value.lte(to);
}
