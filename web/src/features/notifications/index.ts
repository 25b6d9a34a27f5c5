export { notificationRoutes } from './routes.ts';
export { default as InboxBell } from './inbox-bell.vue';
export { KeepAtHand } from './push/index.ts';
export { default as PushDevices } from './push/push-devices.vue';
export { toldHere } from './push/told-here.ts';

/** Turns messages off in this browser; fetched when it is needed. */
export const turnOffPushHere = async (): Promise<void> => (await import('./push/browser-push.ts')).turnOffHere();
