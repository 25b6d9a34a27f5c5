/*
 * Shares of long-term conditions, rounded: hypertension and diabetes near the surveys of China CDC of 2018, kidney disease near that of 2018-2019
 * (JAMA Intern Med 2023;183:298), the others by estimate.
 */

export interface LongTerm {
  readonly code: string;
  /** Share of people under 40, from 40 to 59, and from 60 on. */
  readonly shares: readonly [number, number, number];
  readonly sex?: 'female' | 'male';
  readonly takes: readonly string[];
}

export const longTerm: readonly LongTerm[] = [
  {
    code: 'I10',
    shares: [0.05, 0.28, 0.55],
    takes: [
      'amlodipine-5mg-tablet|nifedipine-30mg-er-tablet|valsartan-80mg-capsule|losartan-50mg-tablet|irbesartan-150mg-hydrochlorothiazide-12.5mg-tablet',
    ],
  },
  {
    code: 'E11.9',
    shares: [0.02, 0.12, 0.22],
    takes: ['metformin-500mg-tablet', 'acarbose-50mg-tablet|gliclazide-30mg-er-tablet|dapagliflozin-10mg-tablet?0.5'],
  },
  { code: 'E78.5', shares: [0.02, 0.1, 0.18], takes: ['atorvastatin-20mg-tablet|rosuvastatin-10mg-tablet'] },
  {
    code: 'I25.1',
    shares: [0, 0.03, 0.12],
    takes: ['aspirin-100mg-ec-tablet', 'atorvastatin-20mg-tablet', 'metoprolol-47.5mg-er-tablet?0.6'],
  },
  { code: 'I48.9', shares: [0, 0.005, 0.03], takes: ['rivaroxaban-20mg-tablet|warfarin-2.5mg-tablet'] },
  { code: 'J45.9', shares: [0.02, 0.03, 0.03], takes: ['budesonide-160ug-formoterol-4.5ug-inhaler-powder'] },
  { code: 'K21.0', shares: [0.02, 0.05, 0.06], takes: ['omeprazole-20mg-ec-capsule?0.5'] },
  { code: 'N40', shares: [0, 0.05, 0.25], sex: 'male', takes: ['tamsulosin-0.2mg-er-capsule?0.6'] },
  { code: 'F32.9', shares: [0.03, 0.03, 0.03], takes: ['sertraline-50mg-tablet|escitalopram-10mg-tablet?0.5'] },
  { code: 'E03.9', shares: [0.01, 0.03, 0.04], takes: ['levothyroxine-50ug-tablet'] },
  { code: 'M10.9', shares: [0.01, 0.03, 0.04], sex: 'male', takes: ['febuxostat-40mg-tablet?0.5'] },
  { code: 'N18.3', shares: [0.002, 0.015, 0.06], takes: [] },
];
