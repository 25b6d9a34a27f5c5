export { default as DangerQuestions } from './danger-page/danger-questions.vue';
export { useDangerPage } from './danger-page/queries.ts';
