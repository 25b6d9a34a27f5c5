export { emergencyContactsOf } from './danger-signs/emergency-contacts.ts';
