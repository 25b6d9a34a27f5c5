export { findDepartments, generalDepartments } from './symptoms/find-departments.ts';
export { findSymptoms } from './symptoms/find-symptoms.ts';
