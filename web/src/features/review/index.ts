export { default as ReviewQuestions } from './questions/review-questions.vue';
export { useReviewThreads } from './questions/queries.ts';
