export { default as CallSheet } from './stage/call-sheet.vue';
export { default as CallStage } from './stage/call-stage.vue';
export { default as ConductMore } from './guests/conduct-more.vue';
export { useGuestNames } from './guests/guest-names.ts';
export { default as HoldBanner } from './guests/hold-banner.vue';
export { default as InvitationQuestion } from './guests/invitation-question.vue';
export { default as PeopleDialog } from './guests/people-dialog.vue';
