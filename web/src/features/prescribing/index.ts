export { default as PrescriptionRow } from './patient/prescription-row.vue';
export { useOwnPrescriptions } from './patient/queries.ts';

/** The card of a prescription, loaded on demand. */
export const fetchPrescriptionCard = () => import('./patient/prescription-card.vue');
