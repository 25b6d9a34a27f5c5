import type { Course } from '../../../shared/src/prescribing/dose/course.ts';

type Usual = (years: number, kg: number) => readonly [value: number, unit: string, timesADay: number, days: number];

/*
 * Usual doses of children, from Chinese labels and, for the antibiotics and antipyretics, BNF for Children: ibuprofen 10 mg/kg, paracetamol 15 mg/kg,
 * amoxicillin 40 mg/kg a day in three doses. Written without the dose tables of the program.
 */
const usual: Readonly<Record<string, Usual>> = {
  'ibuprofen-20mg-per-ml-suspension': (_years, kg) => [half(kg * 0.45), 'mL', 3, 3],
  'paracetamol-32mg-per-ml-suspension': (_years, kg) => [half(kg * 0.42), 'mL', 4, 3],
  'amoxicillin-50mg-per-ml-suspension': (_years, kg) => [half(kg * 0.26), 'mL', 3, 7],
  'ambroxol-3mg-per-ml-oral-solution': (years) =>
    years < 2 ? [2.5, 'mL', 2, 5] : years < 6 ? [2.5, 'mL', 3, 5] : [5, 'mL', 2, 5],
  'cetirizine-1mg-per-ml-oral-solution': (years) =>
    years < 2 ? [2.5, 'mL', 1, 7] : years < 6 ? [2.5, 'mL', 2, 7] : [5, 'mL', 2, 7],
  'smectite-3g-powder': (years) => (years < 2 ? [0.5, 'sachet', 3, 3] : [1, 'sachet', 2, 3]),
};

/** Returns a child’s usual course of a medicine; undefined for adults and for medicines that have one direction for all. */
export function childCourse(productId: string, years: number, kg: number): Course | undefined {
  const of = years < 14 ? usual[productId] : undefined;
  if (!of) return undefined;
  const [value, unit, frequency, durationDays] = of(years, kg);
  return {
    dose: { value: String(value), unit },
    timing: { frequency, period: 1, periodUnit: 'd', when: null },
    durationDays,
    asNeeded: null,
  };
}

const half = (value: number): number => Math.floor(value * 2) / 2;
