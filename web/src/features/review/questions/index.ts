export { default as ReviewTalk } from './review-talk.vue';
