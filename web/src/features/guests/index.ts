export { default as ConductMore } from './components/conduct-more.vue';
export { default as HoldBanner } from './components/hold-banner.vue';
export { default as InvitationQuestion } from './components/invitation-question.vue';
export { default as PeopleDialog } from './components/people-dialog.vue';
export { useGuestNames } from './guest-names.ts';
