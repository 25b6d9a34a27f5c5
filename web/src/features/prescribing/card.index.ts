export { default as PrescriptionCard } from './patient/prescription-card.vue';
