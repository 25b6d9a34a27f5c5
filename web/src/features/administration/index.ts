export { default as InvitationLanguageField } from './invitations/language-field.vue';
export { default as MailStateSign } from './invitations/mail-state.vue';
