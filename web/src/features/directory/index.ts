export { default as DoctorPicture } from './portraits/doctor-picture.vue';
