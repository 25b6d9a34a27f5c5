export { default as ReceiptPage } from './receipt-page.vue';
