export { default as KeptCircumstances } from './components/kept-circumstances.vue';
export { default as DraftCircumstances } from './components/draft-circumstances.vue';
