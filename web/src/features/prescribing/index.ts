export { default as PrescriptionRow } from './patient/prescription-row.vue';
export { useOwnPrescriptions } from './patient/queries.ts';

/** The card of a prescription, for pages that fetch it when they show one. */
export const fetchPrescriptionCard = () => import('./patient/prescription-card.vue');
