export { default as PictureThumb } from './components/picture-thumb.vue';
export { fetchPicture } from './queries.ts';
