export { default as InboxBell } from './inbox-bell.vue';
export { KeepAtHand } from './push/index.ts';
export { default as PushDevices } from './push/push-devices.vue';
export { toldHere } from './push/told-here.ts';
export { turnOffHere as turnOffPushHere } from './push/turn-off.ts';
