export { default as PharmacyChoice } from './routing/pharmacy-choice.vue';
export { default as ReceiptList } from './receipts/receipt-list.vue';
