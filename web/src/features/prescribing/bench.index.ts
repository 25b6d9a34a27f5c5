export { default as AlertSides } from './checks/alert-sides.vue';
export { evidenceOf } from './checks/evidence-label.ts';
export { default as SeverityBadge } from './checks/severity-badge.vue';
export { dataVersionLabel, sourceLabel } from './checks/source-label.ts';
export { default as PrescriptionPanel } from './editor/prescription-panel.vue';
export { useVisitPrescriptions } from './queries.ts';
export { default as RepeatRequests } from './repeats/repeat-requests.vue';
export { default as ReviewNotice } from './signature/review-notice.vue';
