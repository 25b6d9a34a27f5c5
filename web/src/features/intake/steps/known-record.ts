import type { Chart } from '@yunzhen/shared/chart/chart.contract';

type Lists = Pick<Chart, 'allergies' | 'allergiesStated' | 'medicines'>;

/** Whether allergies are on record or were said to be none. Silence is not the same as having none. */
export const allergiesKnown = ({ allergies, allergiesStated }: Lists) => allergies.length > 0 || allergiesStated;

/** Whether the record answers anything that can be confirmed. */
export const isKnown = (chart: Lists) => allergiesKnown(chart) || chart.medicines.length > 0;
