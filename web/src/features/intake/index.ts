export { default as ProgressLine } from './components/progress-line.vue';
export { useFirstDraft, useIntakeProgress } from './queries.ts';
