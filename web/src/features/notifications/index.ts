export { notificationRoutes } from './routes.ts';
export { default as InboxBell } from './inbox-bell.vue';
