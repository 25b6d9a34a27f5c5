export { default as AddObservation } from './components/add-observation.vue';
export { default as AddPregnancy } from './components/add-pregnancy.vue';
export { default as ChartEntries } from './components/chart-entries.vue';
export { default as DocumentList } from './components/document-list.vue';
export { default as EntryRow } from './components/entry-row.vue';
export { default as IdentitySign } from './components/identity-sign.vue';
export { default as TimelineList } from './components/timeline-list.vue';
export { default as VitalsList } from './components/vitals-list.vue';
