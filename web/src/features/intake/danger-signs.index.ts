export { default as RedFlagStop } from './danger-signs/red-flag-stop.vue';
export { flagsOf } from './danger-signs/red-flags.ts';
