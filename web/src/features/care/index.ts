export { forgetCareDrafts } from './drafts.ts';
export { flagsOf } from './red-flags.ts';
export { default as RedFlagStop } from './components/red-flag-stop.vue';
