export { default as DocumentAnswer } from '../signing/verification/components/document-answer.vue';
export { default as VisitDocuments } from './visit-documents.vue';
