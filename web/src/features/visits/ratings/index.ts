export { default as RatingCard } from './components/rating-card.vue';
export { useUnratedVisits } from './queries.ts';
