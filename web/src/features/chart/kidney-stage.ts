export const kidneyStages = ['g1', 'g2', 'g3a', 'g3b', 'g4', 'g5'] as const;
export type KidneyStage = (typeof kidneyStages)[number];

const lowest: readonly (readonly [number, KidneyStage])[] = [
  [90, 'g1'],
  [60, 'g2'],
  [45, 'g3a'],
  [30, 'g3b'],
  [15, 'g4'],
];

/**
 * Returns the GFR category of an adult, in mL/min/1.73 m². Undefined under 18. A category describes one value; it is no diagnosis of kidney disease.
 * Source: KDIGO 2024 Clinical Practice Guideline for CKD, Kidney Int 2024;105(4S), table 2.
 */
export function kidneyStage(egfr: number, ageYears: number): KidneyStage | undefined {
  if (ageYears < 18) return undefined;
  return lowest.find(([from]) => egfr >= from)?.[1] ?? 'g5';
}
