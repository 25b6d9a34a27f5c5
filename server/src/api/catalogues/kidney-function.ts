import type { Sex } from '@yunzhen/shared/core/patient';

export interface EstimatedKidneyFunction {
  /** mL/min/1.73 m², whole. */
  readonly value: number;
  /** The calculation as text. */
  readonly arithmetic: string;
}

const constants = {
  female: { kappa: 0.7, alpha: -0.241, factor: 1.012 },
  male: { kappa: 0.9, alpha: -0.302, factor: 1 },
} as const;

/**
 * Returns the estimated glomerular filtration rate by the CKD-EPI equation of 2021 (creatinine, without race), for adults from 18: 142 × min(Scr/κ,
 * 1)^α × max(Scr/κ, 1)^-1.200 × 0.9938^age, × 1.012 for women. Scr is in mg/dL (µmol/L ÷ 88.4). Null when the equation does not apply: under 18, or a
 * sex without constants.
 *
 * Source: Inker LA et al., N Engl J Med 2021;385:1737-1749, as given by the National Kidney Foundation (kidney.org/ckd-epi-creatinine-equation-2021).
 */
export function ckdEpi2021(creatinineUmolL: number, ageYears: number, sex: Sex): EstimatedKidneyFunction | null {
  if (ageYears < 18 || creatinineUmolL <= 0 || (sex !== 'female' && sex !== 'male')) return null;
  const { kappa, alpha, factor } = constants[sex];
  const mgPerDl = creatinineUmolL / 88.4;
  const ratio = mgPerDl / kappa;
  const value = Math.round(
    142 * Math.min(ratio, 1) ** alpha * Math.max(ratio, 1) ** -1.2 * 0.9938 ** ageYears * factor,
  );
  const spline = ratio <= 1 ? `(${mgPerDl.toFixed(2)}/${kappa})^${alpha}` : `(${mgPerDl.toFixed(2)}/${kappa})^-1.200`;
  const female = sex === 'female' ? ' × 1.012' : '';
  return { value, arithmetic: `142 × ${spline} × 0.9938^${ageYears}${female} = ${value} (CKD-EPI 2021)` };
}
