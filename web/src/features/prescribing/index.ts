/** The card of a prescription, for pages that fetch it when they show one. */
export const fetchPrescriptionCard = () => import('./patient/prescription-card.vue');
