export { default as DangerAnswerNote } from './danger-page/danger-answer-note.vue';
