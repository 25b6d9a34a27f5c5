export { default as ReceiptList } from './receipts/receipt-list.vue';
