export { default as AlertSides } from './checks/alert-sides.vue';
export { evidenceLabel } from './checks/evidence-label.ts';
export { default as SeverityBadge } from './checks/severity-badge.vue';
export { default as PrescriptionPanel } from './editor/prescription-panel.vue';
export { default as PrescriptionCard } from './patient/prescription-card.vue';
export { default as PrescriptionRow } from './patient/prescription-row.vue';
export { useOwnPrescriptions } from './patient/queries.ts';
export { useVisitPrescriptions } from './queries.ts';
export { default as RepeatRequests } from './repeats/repeat-requests.vue';
export { default as ReviewNotice } from './signature/review-notice.vue';

/** The card of a prescription, for pages that fetch it when they show one. */
export const fetchPrescriptionCard = () => import('./patient/prescription-card.vue');
