export { default as FilePreview } from './file-preview.vue';
