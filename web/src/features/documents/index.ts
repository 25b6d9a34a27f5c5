export { default as VisitDocuments } from './visit-documents.vue';
