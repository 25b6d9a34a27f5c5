export { default as WorkCount } from './work-count.vue';
export { worklistRoutes } from './routes.ts';
