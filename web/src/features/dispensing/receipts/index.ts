export { default as ReceiptList } from './receipt-list.vue';
export { default as ReceiptPage } from './receipt-page.vue';
