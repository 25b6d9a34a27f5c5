export { notificationRoutes } from './routes.ts';
export { default as InboxBell } from './inbox-bell.vue';

/** Turns messages off in this browser; fetched when it is needed. */
export const turnOffPushHere = async (): Promise<void> => (await import('./push/browser-push.ts')).turnOffHere();
