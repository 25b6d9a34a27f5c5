export { default as VisitDocuments } from './visit-documents.vue';
export { default as DocumentsPanel } from './editor/documents-panel.vue';
export { useVisitDocuments } from './queries.ts';
export { default as VisitBill } from './bills/visit-bill.vue';
