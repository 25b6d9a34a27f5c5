export { default as SavedNote } from './components/saved-note.vue';
export { default as QuestionsPage } from './steps/questions-page.vue';
export { default as RecordPage } from './steps/record-page.vue';
export { useRecordCheckStore } from './steps/record-check.store.ts';
export { useIntakeWalk } from './steps/use-intake-walk.ts';
export { useStoredIntake, useKeptOfVisit, type StoredIntake } from './use-intake-draft.ts';
export { statedEvidence } from './steps/stated-evidence.ts';
export { fetchSuggestedForm } from './suggested-form.ts';
