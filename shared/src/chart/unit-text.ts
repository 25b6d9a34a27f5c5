import type { ObservationUnit } from './observation.ts';

/** Display text of the record’s UCUM units. */
export const unitText: Readonly<Record<ObservationUnit, string>> = {
  kg: 'kg',
  cm: 'cm',
  'mm[Hg]': 'mmHg',
  '/min': '/min',
  Cel: '°C',
  '%': '%',
  'mmol/L': 'mmol/L',
  'mg/dL': 'mg/dL',
  'umol/L': 'µmol/L',
  'mL/min/{1.73_m2}': 'mL/min/1.73 m²',
};
