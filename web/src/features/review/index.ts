export { default as ReviewQuestions } from './questions/review-questions.vue';
