export { default as InvitationLanguageField } from '../accounts/invitations/language-field.vue';
export { default as MailStateSign } from '../accounts/invitations/mail-state.vue';
