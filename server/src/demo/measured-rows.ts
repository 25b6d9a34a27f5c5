import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { newId } from '../platform/ids.ts';
import type { DemoPatient } from './demo-plan.ts';

type Row = Record<string, unknown>;

const year = 365.25 * DAY_MS;

/**
 * Returns a demo patient’s measurements, plausible for age, sex and conditions. Deterministic: they depend on the position in the list. One in seven
 * has an outdated weight.
 */
export function measuredRows(
  person: Pick<DemoPatient, 'birthDate' | 'sex' | 'conditions'>,
  recorded: Row,
  place: number,
  now: Date,
): Row[] {
  const age = (now.getTime() - Date.parse(person.birthDate)) / year;
  const has = (code: RegExp) => person.conditions.some(([condition]) => code.test(condition));
  const rows: Row[] = [];
  const add = (kind: string, value: number, unit: string, daysAgo: number, diastolic: number | null = null) => {
    const measured = new Date(now.getTime() - daysAgo * DAY_MS);
    rows.push({ id: newId(), ...recorded, kind, value, diastolic, unit, measured_at: measured, recorded_at: measured });
  };
  const since = place % 7 === 6 ? 420 : 5 + (place % 5) * 9;
  const weight = weightFor(age, person.sex, place);
  add('body-weight', weight, 'kg', since + 60);
  add('body-weight', Math.round((weight + (age < 12 ? 0.6 : -0.8)) * 10) / 10, 'kg', since);
  if (has(/^I1/)) {
    for (const [index, systolic] of [152, 146, 141, 138].entries()) {
      add('blood-pressure', systolic - (place % 4), 'mm[Hg]', 40 - index * 12, 92 - index * 2);
    }
  }
  if (has(/^E1[014]/)) add('glucose', 6.8 + (place % 5) * 0.4, 'mmol/L', 3 + (place % 6));
  if (age >= 45)
    add('creatinine', (person.sex === 'female' ? 66 : 82) + Math.round(age - 45) + (place % 9), 'umol/L', 90);
  if (has(/^N18/)) add('egfr', 41, 'mL/min/{1.73_m2}', 30);
  return rows;
}

/** Returns kg, near the middle of the usual range. */
function weightFor(age: number, sex: DemoPatient['sex'], place: number): number {
  if (age < 1) return 7;
  if (age < 12) return Math.round((8 + age * 2.1 + (place % 3)) * 10) / 10;
  if (age < 18) return 42 + (place % 9);
  return (sex === 'female' ? 56 : 70) + (place % 11);
}

/** The first young woman of a hospital is pregnant; the next few have recently stated that they are not. */
export function pregnancyRow(
  person: Pick<DemoPatient, 'birthDate' | 'sex'>,
  recorded: Row,
  earlier: number,
  now: Date,
): Row | undefined {
  const age = (now.getTime() - Date.parse(person.birthDate)) / year;
  if (person.sex !== 'female' || age < 22 || age > 42 || earlier > 4) return undefined;
  const expects = earlier === 0;
  return {
    id: newId(),
    ...recorded,
    pregnancy: expects ? 'pregnant' : 'not-pregnant',
    trimester: null,
    due_date: expects ? new Date(now.getTime() + 130 * DAY_MS).toISOString().slice(0, 10) : null,
    lactation: earlier === 2 ? 'breast-feeding' : 'not-breast-feeding',
    recorded_at: new Date(now.getTime() - (3 + earlier * 4) * DAY_MS),
  };
}
