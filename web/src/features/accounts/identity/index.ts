export { default as IdentityNotice } from './components/identity-notice.vue';
