export { default as ReviewTalk } from './review-talk.vue';
export { default as ReviewQuestions } from './review-questions.vue';
