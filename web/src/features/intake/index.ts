export { localDay } from './local-day.ts';
export { default as ProgressLine } from './components/progress-line.vue';
export {
  readIntakeDraft,
  useIntakeDraft,
  useStoredIntake,
  useKeptOfVisit,
  type DraftSubject,
  type StoredIntake,
} from './use-intake-draft.ts';
export { useIntakeProgress } from './use-intake-progress.ts';
export { default as GivenAnswers } from './components/given-answers.vue';
export { default as PictureField } from './components/picture-field.vue';
export { default as QuestionsStep } from './components/questions-step.vue';
export { default as SavedNote } from './components/saved-note.vue';
export { default as TopicStep } from './components/topic-step.vue';
export { default as RedFlagStop } from './danger-signs/red-flag-stop.vue';
export { flagsOf } from './danger-signs/red-flags.ts';
export { namesBeside } from './stated-medicine.ts';
export { default as AskedStep } from './steps/asked-step.vue';
export { useIntakeWalk } from './steps/use-intake-walk.ts';
export { findSymptoms } from './symptoms/find-symptoms.ts';
