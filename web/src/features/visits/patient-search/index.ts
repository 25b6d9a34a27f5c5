export { default as FindPatient } from './find-patient.vue';
