import type { Sex } from '@yunzhen/shared/core/patient';
import type { ObservationKind, ObservationUnit } from '@yunzhen/shared/chart/observation';

/** A publication that states usual ranges. */
export interface RangeSource {
  readonly title: string;
  readonly publisher: string;
  /** Number or year of the edition; null for a page that is revised without one. */
  readonly edition: string | null;
  /** The day on which a clinician compared the figures with the publication; null: not yet. */
  readonly compared: string | null;
}

interface RangeRow {
  readonly kind: ObservationKind;
  readonly unit: ObservationUnit;
  readonly range: readonly [number, number];
  readonly diastolic?: readonly [number, number];
  readonly sex?: Sex;
  /** Completed years; every adult by default. */
  readonly ages?: readonly [number, number];
  /** Holds after eight hours without food. The record does not say whether that was so, so no value is compared with it. */
  readonly fasting?: true;
  /** How many of the other unit are one of `unit`. */
  readonly other?: { readonly unit: ObservationUnit; readonly factor: number; readonly decimals: number };
  readonly source: RangeSource;
}

const vitalSigns = { title: 'Vital signs', publisher: 'MedlinePlus, US National Library of Medicine' };
const medlinePlus: RangeSource = { ...vitalSigns, edition: null, compared: null };
const fda: RangeSource = {
  title: 'Pulse oximeter basics',
  publisher: 'US Food and Drug Administration',
  edition: null,
  compared: null,
};
const who: RangeSource = {
  title: 'Mean fasting blood glucose (indicator 2380)',
  publisher: 'WHO Global Health Observatory',
  edition: null,
  compared: null,
};
const wst404: RangeSource = {
  title: 'WS/T 404.5《临床常用生化检验项目参考区间 第5部分：血清尿素、肌酐》',
  publisher: '国家卫生和计划生育委员会',
  edition: '2015',
  compared: null,
};
const creatinine = {
  kind: 'creatinine',
  unit: 'umol/L',
  other: { unit: 'mg/dL', factor: 1 / 88.4, decimals: 2 },
  source: wst404,
} as const;

/** Ranges of healthy adults at rest. Other laboratories and other peoples may have others; none applies to children or in pregnancy. */
const rows: readonly RangeRow[] = [
  { kind: 'blood-pressure', unit: 'mm[Hg]', range: [90, 120], diastolic: [60, 80], source: medlinePlus },
  { kind: 'heart-rate', unit: '/min', range: [60, 100], source: medlinePlus },
  { kind: 'body-temperature', unit: 'Cel', range: [36.5, 37.3], source: medlinePlus },
  { kind: 'oxygen-saturation', unit: '%', range: [95, 100], source: fda },
  {
    kind: 'glucose',
    unit: 'mmol/L',
    range: [3.9, 5.6],
    fasting: true,
    other: { unit: 'mg/dL', factor: 18, decimals: 0 },
    source: who,
  },
  { ...creatinine, sex: 'male', ages: [20, 59], range: [57, 97] },
  { ...creatinine, sex: 'male', ages: [60, 79], range: [57, 111] },
  { ...creatinine, sex: 'female', ages: [20, 59], range: [41, 73] },
  { ...creatinine, sex: 'female', ages: [60, 79], range: [41, 81] },
];

/** A usual range in the unit of the value it is shown beside. */
export interface UsualRange {
  readonly unit: ObservationUnit;
  readonly low: string;
  readonly high: string;
  /** Of a blood pressure; `low` and `high` are the systolic one. */
  readonly diastolic: readonly [number, number] | null;
  readonly fasting: boolean;
  readonly source: RangeSource;
}

interface Measured {
  readonly kind: ObservationKind;
  readonly unit: ObservationUnit;
}

interface Person {
  readonly sex: Sex;
  /** Completed years. */
  readonly age: number;
  readonly isPregnant: boolean;
}

/** Returns the usual range for an adult who is not pregnant; undefined for all others, and where the table has none. */
export function usualRangeOf({ kind, unit }: Measured, { sex, age, isPregnant }: Person): UsualRange | undefined {
  if (age < 18 || isPregnant) return undefined;
  const row = rows.find(
    (each) =>
      each.kind === kind &&
      (each.sex ?? sex) === sex &&
      age >= (each.ages?.[0] ?? 0) &&
      age <= (each.ages?.[1] ?? Infinity) &&
      [each.unit, each.other?.unit].includes(unit),
  );
  if (!row) return undefined;
  const written = (value: number) =>
    unit === row.unit || !row.other ? String(value) : (value * row.other.factor).toFixed(row.other.decimals);
  return {
    unit,
    low: written(row.range[0]),
    high: written(row.range[1]),
    diastolic: row.diastolic ?? null,
    fasting: row.fasting ?? false,
    source: row.source,
  };
}

/** Returns whether a value is outside a usual range; never of a range whose condition is not known. */
export function isOutside(
  { low, high, diastolic, fasting }: UsualRange,
  measured: { readonly value: string; readonly diastolic: string | null },
): boolean {
  if (fasting) return false;
  const beyond = (value: number, [from, to]: readonly [number, number]) => value < from || value > to;
  const lower = diastolic !== null && measured.diastolic !== null && beyond(Number(measured.diastolic), diastolic);
  return beyond(Number(measured.value), [Number(low), Number(high)]) || lower;
}
