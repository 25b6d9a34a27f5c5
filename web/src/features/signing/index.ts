export { default as SignatureDialog } from './signature/signature-dialog.vue';
