export { forgetCareDrafts } from './request/complaint-draft.ts';
export { flagsOf } from '../care/red-flags.ts';
export { default as RedFlagStop } from '../care/components/red-flag-stop.vue';
