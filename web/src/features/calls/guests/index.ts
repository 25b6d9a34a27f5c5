export { default as ConductMore } from './conduct-more.vue';
export { default as HoldBanner } from './hold-banner.vue';
export { default as InvitationQuestion } from './invitation-question.vue';
export { default as PeopleDialog } from './people-dialog.vue';
export { useGuestNames } from './guest-names.ts';
