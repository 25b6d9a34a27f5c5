export { default as DiagnosisPanel } from './diagnoses/diagnosis-panel.vue';
export { default as AllergyName } from './facts/allergy-name.vue';
export { default as AllergySign } from './facts/allergy-sign.vue';
export { default as PrescribedMedicines } from './components/prescribed-medicines.vue';
export { default as PatientFacts } from './facts/patient-facts.vue';
export { default as NotePanel } from './notes/note-panel.vue';
export { useStated } from './use-stated.ts';
export { useDiagnoses } from './diagnoses/queries.ts';
export { useNote } from './notes/queries.ts';
