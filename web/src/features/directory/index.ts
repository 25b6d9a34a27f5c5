export { default as DoctorPicture } from './portraits/doctor-picture.vue';
export { default as LegalLinks } from './hospital-page/legal-links.vue';
export { useDoctorLanguages } from './use-doctor-languages.ts';
