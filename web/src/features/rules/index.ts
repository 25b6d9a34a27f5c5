export { default as DraftCircumstances } from './components/draft-circumstances.vue';
