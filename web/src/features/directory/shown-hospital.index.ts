export { useShownHospital } from './hospital-page/use-shown-hospital.ts';
