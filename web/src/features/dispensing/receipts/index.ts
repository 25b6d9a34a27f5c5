export { default as ReceiptPage } from './receipt-page.vue';
export { default as CorrectionList } from './correction-list.vue';
export { usePackText } from './use-pack-text.ts';
