export { default as DocumentAnswer } from './document-answer.vue';
export { default as VisitDocuments } from './visit-documents.vue';
