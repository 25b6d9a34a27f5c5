export { default as PortraitField } from './portrait-field.vue';
