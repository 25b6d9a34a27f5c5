export { default as GivenAnswers } from './components/given-answers.vue';
