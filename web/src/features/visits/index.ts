export { forgetCareDrafts } from './request/complaint-draft.ts';
export { flagsOf } from '../intake/danger-signs/red-flags.ts';
export { default as RedFlagStop } from '../intake/danger-signs/red-flag-stop.vue';
