export { default as RedFlagStop } from './danger-signs/red-flag-stop.vue';
export { flagsOf } from './danger-signs/red-flags.ts';
export { findSymptoms } from './symptoms/find-symptoms.ts';
export { findDepartments, generalDepartments } from './symptoms/find-departments.ts';
