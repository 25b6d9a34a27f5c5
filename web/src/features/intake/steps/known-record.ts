import type { Chart } from '@yunzhen/shared/chart/chart.contract';

type Lists = Pick<Chart, 'allergies' | 'allergiesStated' | 'medicines'>;

/** Returns whether allergies are on record or were stated to be none. Silence does not mean none. */
export const allergiesKnown = ({ allergies, allergiesStated }: Lists) => allergies.length > 0 || allergiesStated;

/** Returns whether the record has entries that the patient can confirm. */
export const isKnown = (chart: Lists) => allergiesKnown(chart) || chart.medicines.length > 0;
