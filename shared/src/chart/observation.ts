/**
 * Measurements of a chart (FHIR Observation). Codes are LOINC; units are UCUM, the first is the default. `refuse` limits what a living person can
 * have, `ask` what is unusual enough to confirm; both in the first unit.
 * The limits catch typing errors and are not clinical norms: chosen by the project, `check` by a clinician is open.
 */
export interface ObservationKindFacts {
  readonly loinc: string;
  readonly units: readonly string[];
  /** Meaningful digits after the point. */
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
  // Systolic; the diastolic part has its own limits below. 85354-9 is the panel of 8480-6 and 8462-4.
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

/** LOINC 82810-3, 11778-8 and 63895-7: a statement on pregnancy, the expected day of delivery, breastfeeding. */
export const pregnancyCodes = { status: '82810-3', dueDate: '11778-8', breastFeeding: '63895-7' } as const;
