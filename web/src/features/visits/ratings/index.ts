export { default as RatingCard } from './components/rating-card.vue';
export { default as StarMean } from './components/star-mean.vue';
export { useUnratedVisits } from './queries.ts';
