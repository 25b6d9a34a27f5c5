export { default as StarMean } from './components/star-mean.vue';
