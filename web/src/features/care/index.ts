export { forgetCareDrafts } from './drafts.ts';
export { openFile } from './file-view.ts';
export { default as MoreButton } from './components/more-button.vue';
export { default as PrescriptionStatusBadge } from './components/prescription-status-badge.vue';
export { default as VisitStatusBadge } from './components/visit-status-badge.vue';
