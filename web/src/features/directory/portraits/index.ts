export { default as PortraitField } from './portrait-field.vue';
export { default as PortraitChooser } from './portrait-chooser.vue';
